package dev.belay.component.validate;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.binary.CoreModuleOutline;
import dev.belay.component.binary.CoreModuleReader;
import dev.belay.component.model.At;
import dev.belay.component.model.Bytes;
import dev.belay.component.model.CoreSort;
import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreType.CoreExtern;
import dev.belay.component.model.CoreType.ModuleDecl;
import dev.belay.component.type.CoreExternType;
import dev.belay.component.type.CoreModuleType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives core modules and module types their resolved types. */
final class CoreModules {
    private final Validation validation;
    private final IndexSpace<CoreTypeDef> types = new IndexSpace<>("core type");
    private final List<CoreModuleType.Import> imports = new ArrayList<>();
    private final Set<List<String>> importNames = new HashSet<>();
    private final Map<String, CoreExternType> exports = new LinkedHashMap<>();

    private CoreModules(Validation validation) {
        this.validation = validation;
    }

    /** The type of a module that is there. Its code is checked as well. */
    static CoreModuleType ofBytes(Bytes module, Validation validation) {
        CoreModuleOutline outline = CoreModuleReader.read(module);
        var modules = new CoreModules(validation);
        modules.define(outline, module.offset());
        validation.code().accept(module);
        return modules.finish();
    }

    static CoreModuleType ofType(CoreType.Module type, Scope scope) {
        var modules = new CoreModules(scope.validation);
        for (At<ModuleDecl> decl : type.decls()) {
            modules.declare(decl.it(), scope, decl.offset());
        }
        return modules.finish();
    }

    private CoreModuleType finish() {
        return new CoreModuleType(imports, exports);
    }

    private void declare(ModuleDecl decl, Scope scope, int offset) {
        switch (decl) {
            case ModuleDecl.TypeDecl d -> {
                if (!(d.type() instanceof CoreType.Rec group)) {
                    throw InvalidComponentException.invalid(offset, "a module type cannot define module types");
                }
                CoreTypeDefinitions.define(group, types, validation, offset);
            }
            case ModuleDecl.ImportDecl d -> importing(d.module(), d.name(), resolve(d.type(), offset), offset);
            case ModuleDecl.ExportDecl d -> exporting(d.name(), resolve(d.type(), offset), offset);
            case ModuleDecl.OuterAlias d -> {
                // The module type is a scope of its own, the innermost one.
                CoreTypeDef target = d.count() == 0
                        ? types.get(d.index(), offset)
                        : Aliases.outerScope(scope, d.count() - 1, offset).coreTypes.get(d.index(), offset);
                if (target instanceof CoreTypeDef.Module) {
                    throw InvalidComponentException.invalid(
                            offset, "a module type cannot alias a module type: core type " + d.index());
                }
                types.add(target, offset);
            }
        }
    }

    private void define(CoreModuleOutline outline, int offset) {
        for (var group : outline.types()) {
            CoreTypeDefinitions.define(group, types, validation, offset);
        }
        var spaces = new EnumMap<CoreSort, List<CoreExternType>>(CoreSort.class);
        for (var item : outline.imports()) {
            CoreExternType type = resolve(item.type(), offset);
            importing(item.module(), item.name(), type, offset);
            spaces.computeIfAbsent(CoreExterns.sort(type), _ -> new ArrayList<>()).add(type);
        }
        for (var definition : outline.definitions()) {
            CoreExternType type = resolve(definition, offset);
            spaces.computeIfAbsent(CoreExterns.sort(type), _ -> new ArrayList<>()).add(type);
        }
        for (var export : outline.exports()) {
            List<CoreExternType> space = spaces.getOrDefault(export.sort(), List.of());
            if (export.index() >= space.size()) {
                throw InvalidComponentException.invalid(
                        offset,
                        "a core module exports " + export.sort().text() + " " + export.index() + " as `" + export.name()
                                + "`, which is out of bounds");
            }
            exporting(export.name(), space.get(export.index()), offset);
        }
    }

    private void importing(String module, String name, CoreExternType type, int offset) {
        if (!importNames.add(List.of(module, name))) {
            throw InvalidComponentException.invalid(
                    offset, "duplicate import name `" + module + ":" + name + "` of a core module");
        }
        imports.add(new CoreModuleType.Import(module, name, type));
    }

    private void exporting(String name, CoreExternType type, int offset) {
        if (exports.putIfAbsent(name, type) != null) {
            throw InvalidComponentException.invalid(offset, "export name `" + name + "` already defined in a core module");
        }
    }

    private CoreExternType resolve(CoreExtern type, int offset) {
        return CoreExterns.resolve(type, index -> types.get(index, offset), validation.coreTypes(), offset);
    }
}
