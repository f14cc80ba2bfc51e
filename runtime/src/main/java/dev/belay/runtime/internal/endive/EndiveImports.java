package dev.belay.runtime.internal.endive;

import dev.belay.runtime.internal.core.CoreItem;
import dev.belay.runtime.internal.core.CoreModule;
import dev.belay.runtime.internal.jit.TypedHandle;
import java.util.HashSet;
import run.endive.runtime.ImportFunction;
import run.endive.runtime.ImportGlobal;
import run.endive.runtime.ImportMemory;
import run.endive.runtime.ImportTable;
import run.endive.runtime.ImportTag;
import run.endive.runtime.ImportValues;
import run.endive.wasm.UnlinkableException;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.Import;

/** Imports in Endive's form. */
final class EndiveImports {
    private EndiveImports() {}

    static ImportValues of(WasmModule module, CoreModule.Imports given) {
        var values = ImportValues.builder();
        var section = module.importSection();
        var seen = new HashSet<String>();
        for (int i = 0; i < section.importCount(); i++) {
            Import wanted = section.getImport(i);
            if (!seen.add(wanted.module().length() + ":" + wanted.module() + wanted.name() + wanted.importType())) {
                continue;
            }
            CoreItem item = given.find(wanted.module(), wanted.name())
                    .orElseThrow(() -> new UnlinkableException(
                            "unknown import: \"" + wanted.module() + "\" \"" + wanted.name() + "\" is not given"));
            add(values, wanted.module(), wanted.name(), item);
        }
        return values.build();
    }

    private static void add(ImportValues.Builder values, String module, String name, CoreItem item) {
        switch (item) {
            case EndiveInstance.Function f ->
                values.addFunction(new ImportFunction(module, name, f.type(), f.handle()));
            case CoreItem.HostFunction f ->
                values.addFunction(new ImportFunction(
                        module, name, EndiveTypes.of(f.type()), (TypedHandle) f::typed));
            case CoreItem.TypedFunction f ->
                values.addFunction(new ImportFunction(
                        module, name, EndiveTypes.of(f.type()), (TypedHandle) f::typed));
            case EndiveMemory m -> values.addMemory(new ImportMemory(module, name, m.view()));
            case EndiveInstance.Table t -> values.addTable(new ImportTable(module, name, t.table()));
            case EndiveInstance.Global g -> values.addGlobal(new ImportGlobal(module, name, g.global()));
            case EndiveInstance.Tag t -> values.addTag(new ImportTag(module, name, t.tag()));
            default ->
                throw new UnlinkableException("import \"" + module + "\" \"" + name + "\" is given an item of another"
                        + " engine: " + item);
        }
    }
}
