package dev.belay.compose.internal.encode;

import dev.belay.component.model.At;
import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreType.CoreExtern;
import dev.belay.component.model.CoreType.ModuleDecl;
import dev.belay.component.type.CoreExternType;
import dev.belay.component.type.CoreModuleType;
import java.util.ArrayList;
import java.util.List;

/** Writes the types of core modules. */
final class ModuleTypes {
    private final List<At<ModuleDecl>> decls = new ArrayList<>();
    private int types;

    private ModuleTypes() {}

    static CoreType.Module definition(CoreModuleType type) {
        var module = new ModuleTypes();
        type.imports().forEach(item -> {
            CoreExtern extern = module.extern(item.type());
            module.add(new ModuleDecl.ImportDecl(item.module(), item.name(), extern));
        });
        type.exports().forEach((name, item) -> {
            CoreExtern extern = module.extern(item);
            module.add(new ModuleDecl.ExportDecl(name, extern));
        });
        return new CoreType.Module(module.decls);
    }

    private CoreExtern extern(CoreExternType type) {
        return switch (type) {
            case CoreExternType.Func(var func) -> new CoreExtern.Func(define(func));
            case CoreExternType.Table(var element, var limits) -> new CoreExtern.Table(element, limits);
            case CoreExternType.Memory(var limits) -> new CoreExtern.Memory(limits);
            case CoreExternType.Global(var value, boolean mutable) -> new CoreExtern.Global(value, mutable);
            case CoreExternType.Tag(var func) -> new CoreExtern.Tag(define(func));
        };
    }

    private int define(CoreType.Func func) {
        add(new ModuleDecl.TypeDecl(new CoreType.Rec(List.of(CoreType.SubType.plain(func)), false)));
        return types++;
    }

    private void add(ModuleDecl decl) {
        decls.add(At.nowhere(decl));
    }
}
