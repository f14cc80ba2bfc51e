package dev.belay.runtime.internal.jit;


import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.Element;
import run.endive.wasm.types.Export;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.OpCode;

/** The functions that a module can make references to. */
final class References {
    private References() {}

    /** Those that element segments name. */
    static TreeSet<Integer> inElements(WasmModule module) {
        var functions = new TreeSet<Integer>();
        for (Element element : module.elementSection().elements()) {
            element.initializers().forEach(initialiser -> add(initialiser.stream(), functions));
        }
        return functions;
    }

    /** Those in elements, globals and exports: code may take references to no others. */
    static TreeSet<Integer> everywhere(WasmModule module) {
        TreeSet<Integer> functions = inElements(module);
        for (int i = 0; i < module.globalSection().globalCount(); i++) {
            add(module.globalSection().getGlobal(i).initInstructions().stream(), functions);
        }
        IntStream.range(0, module.exportSection().exportCount())
                .mapToObj(module.exportSection()::getExport)
                .filter(export -> export.exportType() == ExternalType.FUNCTION)
                .map(Export::index)
                .forEach(functions::add);
        return functions;
    }

    private static void add(Stream<? extends Instruction> initialiser, TreeSet<Integer> functions) {
        initialiser
                .filter(instruction -> instruction.opcode() == OpCode.REF_FUNC)
                .forEach(instruction -> functions.add((int) instruction.operand(0)));
    }

}
