package dev.belay.runtime.internal.endive;

import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreValType;
import dev.belay.runtime.internal.core.CoreItem;
import dev.belay.runtime.internal.core.CoreModule;
import java.util.HashSet;
import java.util.List;
import run.endive.runtime.ImportFunction;
import run.endive.runtime.ImportGlobal;
import run.endive.runtime.ImportMemory;
import run.endive.runtime.ImportTable;
import run.endive.runtime.ImportTag;
import run.endive.runtime.ImportValues;
import run.endive.wasm.UnlinkableException;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.Import;
import run.endive.wasm.types.ValType;

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
                values.addFunction(new ImportFunction(module, name, f.type(), (_, args) -> f.raw(args)));
            case CoreItem.HostFunction f ->
                values.addFunction(new ImportFunction(module, name, type(f.type()), (_, args) -> f.call(args)));
            case EndiveMemory m -> values.addMemory(new ImportMemory(module, name, m.view()));
            case EndiveInstance.Table t -> values.addTable(new ImportTable(module, name, t.table()));
            case EndiveInstance.Global g -> values.addGlobal(new ImportGlobal(module, name, g.global()));
            case EndiveInstance.Tag t -> values.addTag(new ImportTag(module, name, t.tag()));
            default ->
                throw new UnlinkableException("import \"" + module + "\" \"" + name + "\" is given an item of another"
                        + " engine: " + item);
        }
    }

    private static FunctionType type(CoreType.Func type) {
        return FunctionType.of(types(type.params()), types(type.results()));
    }

    private static List<ValType> types(List<CoreValType> types) {
        return types.stream().map(EndiveImports::type).toList();
    }

    private static ValType type(CoreValType type) {
        return switch (type) {
            case CoreValType.Num.I32 -> ValType.I32;
            case CoreValType.Num.I64 -> ValType.I64;
            case CoreValType.Num.F32 -> ValType.F32;
            case CoreValType.Num.F64 -> ValType.F64;
            case CoreValType.Num.V128 -> ValType.V128;
            case CoreValType.Ref _ ->
                throw new UnlinkableException("no function of the canonical ABI takes or gives a reference");
        };
    }
}
