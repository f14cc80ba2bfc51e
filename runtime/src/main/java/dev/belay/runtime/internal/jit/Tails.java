package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.typed.Values;

/**
 * Tail calls. The JVM has none, so that a function that makes some is two methods: itself, and what others call. A tail call
 * is an ordinary call of the function itself as long as there is room, which all that are under way share; then it is left in
 * the state, and the method gives anything. What others call finds it there, and makes it with the stack as it was. So most
 * tail calls cost what calls do, the stack stays bounded, and functions without tail calls know nothing of them.
 */
public final class Tails {
    /** Frames of tail calls on one stack: few beside the thousands that a thread has room for. */
    static final int ROOM = 256;

    private Tails() {}

    /** Leaves the call of a function, of this instance or imported. */
    public static void later(Values args, JitState state, int function) {
        state.tail = new Tail(function, null, args);
    }

    /** Leaves the call of the function in a table. */
    public static void later(Values args, int element, JitState state, int table, int typeIndex) {
        int function = JitRuntime.target(state, table, element);
        if (function >= 0) {
            JitRuntime.checkOwn(state, function, typeIndex);
            state.tail = new Tail(function, null, args);
        } else {
            state.tail = new Tail(function, JitRuntime.inTable(state, table, element, typeIndex), args);
        }
    }

    /** Leaves the call of a function by reference. */
    public static void later(Values args, int reference, JitState state, int typeIndex) {
        int function = JitRuntime.target(state, reference);
        JitRuntime.checkOwn(state, function, typeIndex);
        state.tail = new Tail(function, null, args);
    }

    /** Makes the call that was left, and those that it leaves in turn. */
    public static Values run(JitState state, int room) {
        Tail tail = state.tail;
        Values result = Values.NONE;
        while (tail != null) {
            state.tail = null;
            state.room = room;
            result = call(tail, state);
            tail = state.tail;
        }
        state.room = room;
        return result;
    }

    private static Values call(Tail tail, JitState state) {
        if (tail.call() != null) {
            return tail.call().apply(tail.args());
        }
        int function = tail.function();
        JitChunk chunk = state.code.chunk(function);
        ModuleFacts facts = state.code.facts();
        if (facts.isTailCalling(function)) {
            return chunk.tail(function, tail.args(), state);
        } else if (facts.isMixed(function)) {
            return chunk.call(function, tail.args(), state);
        }
        return Values.of(chunk.call(function, tail.args().bits(), state));
    }

    /** An exception leaves what others call. */
    public static void given(JitState state, int room) {
        state.tail = null;
        state.room = room;
    }
}
