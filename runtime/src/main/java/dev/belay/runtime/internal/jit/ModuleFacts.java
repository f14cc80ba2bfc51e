package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.core.CoreItem;
import dev.belay.runtime.internal.memory.LinearMemory;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.Instance;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.Element;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.FunctionBody;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.OpCode;

/** What the compiler has to know of a module, by index. */
final class ModuleFacts {
    private final WasmModule module;
    private final FunctionBodies bodies;
    private final AtomicReferenceArray<@Nullable WeakReference<List<FunctionBody>>> parsed;
    private final int importedFunctions;
    private final int[] typeIndices;
    private final boolean[] supported;
    private final List<Integer> inElements;
    private final Cutting cutting;
    private final Support support = new Support(this);
    private final Set<Integer> cut = ConcurrentHashMap.newKeySet();
    private final Set<Integer> leftOut = ConcurrentHashMap.newKeySet();

    ModuleFacts(WasmModule module, FunctionBodies bodies, Cutting cutting) {
        this.module = module;
        this.bodies = bodies;
        this.cutting = cutting;
        var types = new ArrayList<Integer>();
        for (int i = 0; i < module.importSection().importCount(); i++) {
            if (module.importSection().getImport(i) instanceof FunctionImport function) {
                types.add(function.typeIndex());
            }
        }
        this.importedFunctions = types.size();
        for (int i = 0; i < module.functionSection().functionCount(); i++) {
            types.add(module.functionSection().getFunctionType(i));
        }
        this.typeIndices = types.stream().mapToInt(Integer::intValue).toArray();
        this.parsed = new AtomicReferenceArray<>(JitCode.chunkOf(typeIndices.length) + 1);
        this.supported = new boolean[typeIndices.length];
        for (int i = 0; i < supported.length; i++) {
            supported[i] = Kind.areSupported(type(i));
        }
        this.inElements = List.copyOf(functionsOf(module.elementSection().elements()));
    }

    int functionCount() {
        return typeIndices.length;
    }

    boolean isImported(int function) {
        return function < importedFunctions;
    }

    /** Whether the compiler has values of all the types that the function takes and gives. */
    boolean isSupported(int function) {
        return supported[function];
    }

    /** Whether the compiler has all that the function's code uses. */
    boolean isCompilable(int function) {
        return supported[function] && !leftOut.contains(function) && support.has(body(function));
    }

    Cutting cutting() {
        return cutting;
    }

    /** Cuts a function into several methods: the JVM has no room for it in one. */
    void cut(int function) {
        cut.add(function);
    }

    boolean isCut(int function) {
        return cut.contains(function)
                || cutting.always() && body(function).instructions().size() >= cutting.from();
    }

    /** Leaves a function to the interpreter: the JVM has no room for it. */
    void leaveOut(int function) {
        leftOut.add(function);
    }

    FunctionType type(int function) {
        return typeAt(typeIndices[function]);
    }

    int typeIndex(int function) {
        return typeIndices[function];
    }

    FunctionType typeAt(int index) {
        return module.typeSection().getType(index);
    }

    FunctionBody body(int function) {
        int chunk = JitCode.chunkOf(function);
        return bodies(chunk).get(function - Math.max(JitCode.firstOf(chunk), importedFunctions));
    }

    /** The bodies of a chunk's functions, those that have one; parsed anew unless somebody still holds them. */
    List<FunctionBody> bodies(int chunk) {
        WeakReference<List<FunctionBody>> known = parsed.get(chunk);
        List<FunctionBody> held = known == null ? null : known.get();
        if (held != null) {
            return held;
        }
        int first = Math.max(JitCode.firstOf(chunk), importedFunctions);
        int end = Math.min(JitCode.firstOf(chunk + 1), typeIndices.length);
        List<FunctionBody> made =
                first >= end ? List.of() : bodies.parse(bodyIndex(first), Arrays.copyOfRange(typeIndices, first, end));
        parsed.set(chunk, new WeakReference<>(made));
        return made;
    }

    /** The body of one function only. */
    FunctionBody parse(int function) {
        return bodies.parse(bodyIndex(function), typeIndices[function]).getFirst();
    }

    /** A function's place among those that have bodies. */
    int bodyIndex(int function) {
        return function - importedFunctions;
    }

    int globalCount() {
        return module.importSection().count(ExternalType.GLOBAL) + module.globalSection().globalCount();
    }

    int tableCount() {
        return module.importSection().count(ExternalType.TABLE) + module.tableSection().tableCount();
    }

    run.endive.wasm.types.ValType globalType(int index) {
        int imported = module.importSection().count(ExternalType.GLOBAL);
        if (index >= imported) {
            return module.globalSection().getGlobal(index - imported).valueType();
        }
        int seen = 0;
        for (int i = 0; i < module.importSection().importCount(); i++) {
            if (module.importSection().getImport(i) instanceof run.endive.wasm.types.GlobalImport global
                    && seen++ == index) {
                return global.type();
            }
        }
        throw new IllegalStateException("no global " + index);
    }

    run.endive.wasm.types.ValType tableType(int index) {
        int imported = module.importSection().count(ExternalType.TABLE);
        if (index >= imported) {
            return module.tableSection().getTable(index - imported).elementType();
        }
        int seen = 0;
        for (int i = 0; i < module.importSection().importCount(); i++) {
            if (module.importSection().getImport(i) instanceof run.endive.wasm.types.TableImport table
                    && seen++ == index) {
                return table.entryType();
            }
        }
        throw new IllegalStateException("no table " + index);
    }

    /** The functions of that type which a table may hold from the start, in their order. */
    List<Integer> inElements(int typeIndex) {
        return inElements.stream()
                .filter(f -> typeIndices[f] == typeIndex
                        || module.typeSection().canonicallyEquivalent(typeIndices[f], typeIndex))
                .toList();
    }

    @Nullable LinearMemory[] memories(Instance instance) {
        int count = module.importSection().count(ExternalType.MEMORY)
                + module.memorySection().map(s -> s.memoryCount()).orElse(0);
        var memories = new @Nullable LinearMemory[count];
        for (int i = 0; i < count; i++) {
            memories[i] = instance.memory(i) instanceof CoreItem.Memory memory ? memory.memory() : null;
        }
        return memories;
    }

    private static TreeSet<Integer> functionsOf(Element[] elements) {
        var functions = new TreeSet<Integer>();
        for (Element element : elements) {
            for (List<Instruction> initialiser : element.initializers()) {
                for (Instruction instruction : initialiser) {
                    if (instruction.opcode() == OpCode.REF_FUNC) {
                        functions.add((int) instruction.operand(0));
                    }
                }
            }
        }
        return functions;
    }
}
