package dev.belay.runtime.internal.jit;

import dev.belay.runtime.Trap;
import dev.belay.runtime.internal.memory.LinearMemory;
import dev.belay.runtime.internal.typed.TypedCall;
import dev.belay.runtime.internal.typed.Values;
import run.endive.runtime.CallResult;
import run.endive.runtime.Instance;
import run.endive.runtime.TableInstance;

/** What compiled code calls for all that is more than arithmetic. */
public final class JitRuntime {
    /** Iterations that a loop counts by itself before it counts in the state. */
    public static final int SLICE = 1 << 10;

    private static final int NULL = -1;
    private static final int FOREIGN = -2;

    private JitRuntime() {}

    /** The count of entries and iterations has run out: looks whether the call is to end, and counts anew. */
    public static void poll(JitState state) {
        int ran = state.poll();
        for (LinearMemory memory : state.memories) {
            if (memory != null) {
                memory.ran(ran);
            }
        }
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
        return state.fallback(machine -> machine.call(function, args));
    }

    public static Values interpret(JitState state, int function, Values args) {
        CallResult result = state.fallback(machine -> machine.callWithRefs(function, args.bits(), args.references()));
        return Mixed.of(result);
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

    /** The function that a reference is to. */
    public static int target(JitState state, int reference) {
        if (reference == NULL) {
            throw new Trap(Trap.Kind.NULL_REFERENCE);
        }
        return reference;
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

    /** A function of this instance that comes by a table or reference, and was in none from the start or has another type. */
    public static TypedCall own(JitState state, int function, int typeIndex) {
        checkOwn(state, function, typeIndex);
        return state.call(function);
    }

    static void checkOwn(JitState state, int function, int typeIndex) {
        ModuleFacts facts = state.code.facts();
        if (function >= facts.functionCount() || !facts.subtypes().is(facts.typeIndex(function), typeIndex)) {
            throw new Trap(Trap.Kind.INDIRECT_CALL_TYPE);
        }
    }

    private static boolean matches(JitState state, int typeIndex, Instance owner, int function) {
        int actual = owner.functionType(function);
        if (owner == state.instance) {
            return state.code.facts().subtypes().is(actual, typeIndex);
        }
        return DefinedTypes.isSubtype(
                owner.module().typeSection(), actual, state.instance.module().typeSection(), typeIndex);
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

    /** For classes that are written: memories are theirs by index. */
    public static LinearMemory memory(JitState state, int index) {
        LinearMemory memory = state.memories[index];
        if (memory == null) {
            throw new IllegalStateException("memory " + index + " is of another kind");
        }
        return memory;
    }
}
