package dev.belay.runtime.internal.endive;

import dev.belay.runtime.internal.core.TableCalls;
import dev.belay.runtime.internal.jit.FunctionBodies;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.ActiveElement;
import run.endive.wasm.types.Element;
import run.endive.wasm.types.Export;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.Import;
import run.endive.wasm.types.OpCode;
import run.endive.wasm.types.TableImport;

/** Recognises the modules that {@link TableCalls} speaks of. */
final class ShimModules {
    /** Functions of a shim that are looked at; tools make one for each import, which are some dozens. */
    private static final int MOST_FUNCTIONS = 1 << 12;
    /** Bytes of a function that does nothing but to call: 16 parameters and an index. */
    private static final int MOST_BYTES = 64;

    private ShimModules() {}

    static Optional<TableCalls.Shim> shim(WasmModule module, FunctionBodies bodies) {
        int count = module.functionSection().functionCount();
        boolean alone = module.importSection().importCount() == 0
                && module.elementSection().elementCount() == 0
                && module.startSection().isEmpty()
                && module.tableSection().tableCount() == 1;
        if (!alone || count == 0 || count > MOST_FUNCTIONS || bodies.count() != count || bodies.size() > count * MOST_BYTES) {
            return Optional.empty();
        }
        int[] elements = new int[count];
        for (int i = 0; i < count; i++) {
            int type = module.functionSection().getFunctionType(i);
            OptionalInt element = new ShimBody(bodies.bytes(i)).element(
                    type, module.typeSection().getType(type).params().size());
            if (element.isEmpty()) {
                return Optional.empty();
            }
            elements[i] = element.getAsInt();
        }
        return exported(module, elements);
    }

    private static Optional<TableCalls.Shim> exported(WasmModule module, int[] elements) {
        Optional<String> table = Optional.empty();
        var functions = new HashMap<String, Integer>();
        for (int i = 0; i < module.exportSection().exportCount(); i++) {
            Export export = module.exportSection().getExport(i);
            if (export.exportType() == ExternalType.FUNCTION) {
                functions.put(export.name(), elements[export.index()]);
            } else if (export.exportType() != ExternalType.TABLE || table.isPresent()) {
                return Optional.empty(); // more than a shim, or a table of two names
            } else {
                table = Optional.of(export.name());
            }
        }
        return table.map(name -> new TableCalls.Shim(name, functions));
    }

    static Optional<TableCalls.Filling> filling(WasmModule module) {
        boolean nothingElse = module.functionSection().functionCount() == 0
                && module.exportSection().exportCount() == 0
                && module.tableSection().tableCount() == 0;
        if (!nothingElse || module.elementSection().elementCount() == 0) {
            return Optional.empty();
        }
        var functions = new java.util.ArrayList<TableCalls.Import>();
        Optional<TableCalls.Import> table = Optional.empty();
        for (int i = 0; i < module.importSection().importCount(); i++) {
            Import each = module.importSection().getImport(i);
            var name = new TableCalls.Import(each.module(), each.name());
            if (each instanceof FunctionImport) {
                functions.add(name);
            } else if (each instanceof TableImport && table.isEmpty()) {
                table = Optional.of(name);
            } else {
                return Optional.empty();
            }
        }
        return table.flatMap(name -> elements(module, functions).map(put -> new TableCalls.Filling(name, put)));
    }

    private static Optional<Map<Integer, TableCalls.Import>> elements(
            WasmModule module, List<TableCalls.Import> functions) {
        var put = new HashMap<Integer, TableCalls.Import>();
        for (Element element : module.elementSection().elements()) {
            if (!(element instanceof ActiveElement active)) {
                return Optional.empty();
            }
            OptionalInt start = FixedElements.only(active.offset(), OpCode.I32_CONST);
            if (start.isEmpty()) {
                return Optional.empty();
            }
            for (int i = 0; i < element.initializers().size(); i++) {
                OptionalInt function = FixedElements.only(element.initializers().get(i), OpCode.REF_FUNC);
                if (function.isEmpty()) {
                    return Optional.empty();
                }
                put.put(start.getAsInt() + i, functions.get(function.getAsInt()));
            }
        }
        return Optional.of(put);
    }
}
