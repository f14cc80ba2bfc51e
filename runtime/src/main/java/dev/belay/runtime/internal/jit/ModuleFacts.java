package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.core.CoreItem;
import dev.belay.runtime.internal.memory.LinearMemory;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.Instance;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.BlockType;
import run.endive.wasm.types.Export;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.FunctionBody;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.GlobalImport;
import run.endive.wasm.types.SubType;
import run.endive.wasm.types.TableImport;
import run.endive.wasm.types.TagImport;
import run.endive.wasm.types.ValType;

/** What the compiler has to know of a module, by index. */
final class ModuleFacts {
    private final WasmModule module;
    private final FunctionBodies bodies;
    private final AtomicReferenceArray<@Nullable WeakReference<List<FunctionBody>>> parsed;
    private final int importedFunctions;
    private final int globalCount;
    private final int tableCount;
    private final int memoryCount;
    private final int[] typeIndices;
    private final boolean[] mixed;
    private final List<Integer> inElements;
    private final List<Integer> referenced;
    private final Cutting cutting;
    private final Subtypes subtypes;
    private final TailCalls tailCalls = new TailCalls(this);
    private final Set<Integer> cut = ConcurrentHashMap.newKeySet();
    private final Set<Integer> leftOut = ConcurrentHashMap.newKeySet();

    ModuleFacts(WasmModule module, FunctionBodies bodies, Cutting cutting) {
        this.module = module;
        this.bodies = bodies;
        this.cutting = cutting;
        this.subtypes = new Subtypes(module.typeSection());
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
        this.mixed = new boolean[typeIndices.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = Kind.hasReferences(type(i));
        }
        // counting imports takes Endive a stream, and each instance asks
        this.globalCount = module.importSection().count(ExternalType.GLOBAL) + module.globalSection().globalCount();
        this.tableCount = module.importSection().count(ExternalType.TABLE) + module.tableSection().tableCount();
        this.memoryCount = module.importSection().count(ExternalType.MEMORY)
                + module.memorySection().map(s -> s.memoryCount()).orElse(0);
        this.inElements = List.copyOf(References.inElements(module));
        this.referenced = List.copyOf(References.everywhere(module));
    }

    /** Of the same module, when nothing of it has been compiled. */
    ModuleFacts anew() {
        return new ModuleFacts(module, bodies, cutting);
    }

    /** The functions that are exported, each once. */
    IntStream exported() {
        var exports = module.exportSection();
        return IntStream.range(0, exports.exportCount())
                .mapToObj(exports::getExport)
                .filter(export -> export.exportType() == ExternalType.FUNCTION)
                .mapToInt(Export::index)
                .distinct();
    }

    int functionCount() {
        return typeIndices.length;
    }

    boolean isImported(int function) {
        return function < importedFunctions;
    }

    /** Whether the function takes or gives references, so that arrays of raw bits do not hold its values. */
    boolean isMixed(int function) {
        return mixed[function];
    }

    /** Whether the compiler has all that the function's code uses. */
    boolean isCompilable(int function) {
        return !leftOut.contains(function) && Support.has(body(function));
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

    /** Bodies as the interpreter needs them: see {@link FunctionBodies#validated}. */
    Map<Integer, FunctionBody> validated(Set<Integer> functions) {
        var indices = new BitSet();
        functions.forEach(function -> indices.set(bodyIndex(function)));
        List<FunctionBody> all = bodies.validated(indices);
        return functions.stream()
                .collect(Collectors.toMap(Function.identity(), function -> all.get(bodyIndex(function))));
    }

    /** A function's place among those that have bodies. */
    int bodyIndex(int function) {
        return function - importedFunctions;
    }

    int globalCount() {
        return globalCount;
    }

    int tableCount() {
        return tableCount;
    }

    ValType globalType(int index) {
        int imported = module.importSection().count(ExternalType.GLOBAL);
        return index >= imported
                ? module.globalSection().getGlobal(index - imported).valueType()
                : imported(GlobalImport.class, index).type();
    }

    ValType tableType(int index) {
        int imported = module.importSection().count(ExternalType.TABLE);
        return index >= imported
                ? module.tableSection().getTable(index - imported).elementType()
                : imported(TableImport.class, index).entryType();
    }

    /** The functions of that type which a table may hold from the start, in their order. */
    List<Integer> inElements(int typeIndex) {
        return ofType(inElements, typeIndex);
    }

    /** The functions of that type which a reference may be to, in their order. */
    List<Integer> referenced(int typeIndex) {
        return ofType(referenced, typeIndex);
    }

    private List<Integer> ofType(List<Integer> functions, int typeIndex) {
        return functions.stream().filter(f -> subtypes.is(typeIndices[f], typeIndex)).toList();
    }

    Subtypes subtypes() {
        return subtypes;
    }

    SubType subType(int index) {
        return module.typeSection().getSubType(index);
    }

    /** Whether the function makes tail calls, and so is two methods. */
    boolean isTailCalling(int function) {
        return !isImported(function) && tailCalls.has(function);
    }

    List<Kind> blockParams(long blockType) {
        return BlockType.isTypeIndex(blockType)
                ? Kind.all(typeAt((int) BlockType.typeIndex(blockType)).params())
                : List.of();
    }

    List<Kind> blockResults(long blockType) {
        if (BlockType.isTypeIndex(blockType)) {
            return Kind.all(typeAt((int) BlockType.typeIndex(blockType)).returns());
        } else if (BlockType.isValueType(blockType)) {
            return List.of(kind(BlockType.valueTypeId(blockType)));
        }
        return List.of();
    }

    /** The kind of a type that an instruction names, and that nobody has resolved. */
    private Kind kind(long valueTypeId) {
        if (ValType.isObjectRef(valueTypeId, module.typeSection())) {
            return Kind.REF;
        }
        return Kind.of(ValType.builder().fromId(valueTypeId).build());
    }

    /** What a null of a heap type is. */
    Kind nullOf(int heapType) {
        boolean isFunction = heapType >= 0
                ? module.typeSection().getSubType(heapType).compType().funcType() != null
                : heapType == ValType.TypeIdxCode.FUNC.code() || heapType == ValType.TypeIdxCode.NOFUNC.code();
        return isFunction ? Kind.I32 : Kind.REF;
    }

    FunctionType tagType(int tag) {
        int imported = module.importSection().count(ExternalType.TAG);
        if (tag >= imported) {
            return typeAt(module.tagSection().orElseThrow().getTag(tag - imported).typeIdx());
        }
        return typeAt(imported(TagImport.class, tag).tagType().typeIdx());
    }

    boolean hasTags() {
        return module.importSection().count(ExternalType.TAG) > 0
                || module.tagSection().isPresent();
    }

    private <T> T imported(Class<T> kind, int index) {
        return module.importSection().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .skip(index)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + kind.getSimpleName() + " " + index));
    }

    @Nullable LinearMemory[] memories(Instance instance) {
        var memories = new @Nullable LinearMemory[memoryCount];
        for (int i = 0; i < memoryCount; i++) {
            memories[i] = instance.memory(i) instanceof CoreItem.Memory memory ? memory.memory() : null;
        }
        return memories;
    }
}
