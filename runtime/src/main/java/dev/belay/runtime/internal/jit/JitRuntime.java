package dev.belay.runtime.internal.jit;

import dev.belay.runtime.Trap;
import dev.belay.runtime.internal.memory.LinearMemory;
import dev.belay.runtime.internal.typed.TypedCall;
import run.endive.runtime.Instance;
import run.endive.runtime.OpcodeImpl;
import run.endive.runtime.TableInstance;
import run.endive.wasm.types.PassiveElement;
import run.endive.wasm.types.ValType;

/** What compiled code calls for all that is more than arithmetic. */
public final class JitRuntime {
    /** Iterations that a loop counts by itself before it counts in the state. */
    public static final int SLICE = 1 << 10;

    private static final int NULL = -1;
    private static final int FOREIGN = -2;
    private static final long[] NOTHING = {};

    private JitRuntime() {}

    /** The count of entries and iterations has run out: looks whether the call is to end, and counts anew. */
    public static void poll(JitState state) {
        int ran = JitState.TICKS - state.ticks;
        state.ticks = JitState.TICKS;
        for (LinearMemory memory : state.memories) {
            if (memory != null) {
                memory.ran(ran);
            }
        }
        state.budget.check();
    }

    public static Trap unreachable() {
        return new Trap(Trap.Kind.UNREACHABLE);
    }

    /** What an instance was given for an import. */
    public static TypedCall imported(JitState state, int function) {
        TypedCall call = state.imports[function];
        return call != null ? call : state.resolve(function);
    }

    /** A function that is not compiled. */
    public static long[] interpret(JitState state, int function, long[] args) {
        long[] results = state.fallback().call(function, args);
        return results == null ? NOTHING : results;
    }

    /**
     * The function at {@code element}, if it is of this instance.
     *
     * @return a number that no function has, if it is of another
     */
    public static int target(JitState state, int table, int element) {
        TableInstance elements = state.tables[table];
        if (Integer.compareUnsigned(element, elements.size()) >= 0) {
            throw Trap.of(
                    Trap.Kind.UNDEFINED_ELEMENT,
                    Integer.toUnsignedString(element) + " of a table of " + elements.size());
        }
        int function = elements.ref(element);
        if (function == NULL) {
            throw Trap.of(Trap.Kind.UNINITIALIZED_ELEMENT, Integer.toString(element));
        }
        Instance owner = elements.instance(element);
        return owner == null || owner == state.instance ? function : FOREIGN;
    }

    /** A function in a table that the class of calls by it does not know: of another instance, or put there later. */
    public static TypedCall inTable(JitState state, int table, int element, int typeIndex) {
        TableInstance elements = state.tables[table];
        Instance there = elements.instance(element);
        Instance owner = there == null ? state.instance : there;
        int function = elements.ref(element);
        ForeignCall known = state.foreign(table, element);
        if (known != null && known.isOf(owner, function, typeIndex)) {
            return known.call();
        }
        if (!matches(state, typeIndex, owner, function)) {
            throw new Trap(Trap.Kind.INDIRECT_CALL_TYPE);
        }
        TypedCall call = ForeignCall.resolve(owner, function, Kind.shape(state.code.facts().typeAt(typeIndex)));
        state.foreign(table, element, new ForeignCall(owner, function, typeIndex, call));
        return call;
    }

    /** A function of this instance that comes by a table, and was in none from the start or has another type. */
    public static TypedCall own(JitState state, int function, int typeIndex) {
        if (!matches(state, typeIndex, state.instance, function)) {
            throw new Trap(Trap.Kind.INDIRECT_CALL_TYPE);
        }
        return state.call(function);
    }

    private static boolean matches(JitState state, int typeIndex, Instance owner, int function) {
        int actual = owner.functionType(function);
        var types = state.instance.module().typeSection();
        if (owner == state.instance) {
            return actual == typeIndex
                    || types.canonicallyEquivalent(actual, typeIndex)
                    || ValType.heapTypeSubtype(actual, typeIndex, types);
        }
        return owner.type(actual).equals(state.instance.type(typeIndex));
    }

    public static int memorySize(LinearMemory memory) {
        return memory.pages();
    }

    public static int memoryGrow(int by, LinearMemory memory) {
        return memory.grow(by);
    }

    public static void memoryFill(int address, int value, int length, LinearMemory memory) {
        memory.fill(address, length, (byte) value);
    }

    public static void memoryCopy(int target, int source, int length, LinearMemory to, LinearMemory from) {
        LinearMemory.copy(from, source, to, target, length);
    }

    public static void memoryInit(int target, int source, int length, JitState state, int segment, int memory) {
        state.instance.memory(memory).initPassiveSegment(segment, target, source, length);
    }

    public static void dataDrop(JitState state, int segment) {
        state.instance.dropDataSegment(segment);
    }

    public static int tableGet(int element, JitState state, int table) {
        return OpcodeImpl.TABLE_GET(state.instance, table, element);
    }

    public static void tableSet(int element, int value, JitState state, int table) {
        TableInstance elements = state.tables[table];
        checkTable(element, 1, elements.size());
        elements.setRef(element, value, state.instance);
    }

    public static int tableSize(JitState state, int table) {
        return state.tables[table].size();
    }

    public static int tableGrow(int value, int by, JitState state, int table) {
        return state.tables[table].grow(by, value, state.instance);
    }

    public static void tableFill(int start, int value, int length, JitState state, int table) {
        checkTable(start, length, state.tables[table].size());
        OpcodeImpl.TABLE_FILL(state.instance, table, length, value, start);
    }

    public static void tableCopy(int target, int source, int length, JitState state, int to, int from) {
        checkTable(target, length, state.tables[to].size());
        checkTable(source, length, state.tables[from].size());
        OpcodeImpl.TABLE_COPY(state.instance, from, to, length, source, target);
    }

    public static void tableInit(int target, int source, int length, JitState state, int table, int segment) {
        int available = state.instance.element(segment) instanceof PassiveElement passive ? passive.elementCount() : 0;
        checkTable(target, length, state.tables[table].size());
        checkTable(source, length, available);
        OpcodeImpl.TABLE_INIT(state.instance, table, segment, length, source, target);
    }

    public static void elemDrop(JitState state, int segment) {
        state.instance.setElement(segment, null);
    }

    private static void checkTable(int start, int length, int size) {
        if (Integer.toUnsignedLong(start) + Integer.toUnsignedLong(length) > size) {
            throw new Trap(Trap.Kind.TABLE_OUT_OF_BOUNDS);
        }
    }

    /** For classes that are written: memories are theirs by index. */
    public static LinearMemory memory(JitState state, int index) {
        LinearMemory memory = state.memories[index];
        if (memory == null) {
            throw new IllegalStateException("memory " + index + " is of another kind");
        }
        return memory;
    }
}
