package dev.belay.runtime.internal.endive;

import dev.belay.runtime.internal.core.CoreItem;
import dev.belay.runtime.internal.core.CoreModule;
import dev.belay.runtime.internal.jit.DefinedTypes;
import dev.belay.runtime.internal.jit.TypedHandle;
import java.util.HashSet;
import java.util.Set;
import run.endive.runtime.ImportFunction;
import run.endive.runtime.ImportGlobal;
import run.endive.runtime.ImportMemory;
import run.endive.runtime.ImportTable;
import run.endive.runtime.ImportTag;
import run.endive.runtime.ImportValues;
import run.endive.runtime.WasmFunctionHandle;
import run.endive.wasm.UnlinkableException;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.Import;
import run.endive.wasm.types.TagImport;

/** Imports in Endive's form. */
final class EndiveImports {
    private final WasmModule module;
    private final ImportValues.Builder values = ImportValues.builder();
    private final Set<String> seen = new HashSet<>();

    private EndiveImports(WasmModule module) {
        this.module = module;
    }

    static ImportValues of(WasmModule module, CoreModule.Imports given) {
        var imports = new EndiveImports(module);
        var section = module.importSection();
        for (int i = 0; i < section.importCount(); i++) {
            Import wanted = section.getImport(i);
            CoreItem item = given.find(wanted.module(), wanted.name())
                    .orElseThrow(() -> new UnlinkableException(
                            "unknown import: \"" + wanted.module() + "\" \"" + wanted.name() + "\" is not given"));
            imports.add(wanted, item);
        }
        return imports.values.build();
    }

    private void add(Import wanted, CoreItem item) {
        String from = wanted.module();
        String name = wanted.name();
        switch (item) {
            case EndiveInstance.Function f -> values.addFunction(function(wanted, f, f.handle()));
            case CoreItem.Forwarder f when f.shim() instanceof EndiveInstance.Function shim ->
                values.addFunction(function(wanted, shim, (TypedHandle) f::typed));
            case CoreItem.HostFunction f ->
                values.addFunction(
                        new ImportFunction(from, name, EndiveTypes.of(f.type()), (TypedHandle) f::typed));
            case CoreItem.TypedFunction f ->
                values.addFunction(
                        new ImportFunction(from, name, EndiveTypes.of(f.type()), (TypedHandle) f::typed));
            case EndiveInstance.Tag t -> {
                checkTag(wanted, t);
                if (isFirst(wanted)) {
                    values.addTag(new ImportTag(from, name, t.tag()));
                }
            }
            case EndiveMemory m when isFirst(wanted) -> values.addMemory(new ImportMemory(from, name, m.view()));
            case EndiveInstance.Table t when isFirst(wanted) ->
                values.addTable(new ImportTable(from, name, t.table()));
            case EndiveInstance.Global g when isFirst(wanted) ->
                values.addGlobal(new ImportGlobal(from, name, g.global()));
            case EndiveMemory _, EndiveInstance.Table _, EndiveInstance.Global _ -> {}
            default ->
                throw new UnlinkableException("import \"" + from + "\" \"" + name + "\" is given an item of another"
                        + " engine: " + item);
        }
    }

    /** Endive finds what is given by its name: once is enough. */
    private boolean isFirst(Import wanted) {
        return seen.add(wanted.module().length() + ":" + wanted.module() + wanted.name() + wanted.importType());
    }

    /**
     * Endive compares function types by their values' types alone; here also by the groups that define them. What passes is
     * handed on with the type that is asked for.
     */
    private ImportFunction function(Import wanted, EndiveInstance.Function function, WasmFunctionHandle handle) {
        FunctionType type = function.type();
        if (wanted instanceof FunctionImport asked) {
            if (!DefinedTypes.isSubtype(
                    function.instance().module().typeSection(),
                    function.instance().functionType(function.index()),
                    module.typeSection(),
                    asked.typeIndex())) {
                throw incompatible(wanted);
            }
            type = module.typeSection().getType(asked.typeIndex());
        }
        return new ImportFunction(wanted.module(), wanted.name(), type, handle);
    }

    private void checkTag(Import wanted, EndiveInstance.Tag tag) {
        if (wanted instanceof TagImport asked
                && !DefinedTypes.isSame(
                        tag.types(), tag.typeIndex(), module.typeSection(), asked.tagType().typeIdx())) {
            throw incompatible(wanted);
        }
    }

    private static UnlinkableException incompatible(Import wanted) {
        return new UnlinkableException("incompatible import type: \"" + wanted.module() + "\" \"" + wanted.name()
                + "\" is given with another type");
    }
}
