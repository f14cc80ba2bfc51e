package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.typed.Values;

/** One class of compiled functions, entered from outside. */
public abstract class JitChunk {
    protected JitChunk() {}

    /**
     * @param function one of those that this class holds, which neither takes nor gives references
     * @param args raw bits
     * @return raw bits
     */
    public abstract long[] call(int function, long[] args, JitState state);

    /**
     * @param function one of those that this class holds, which takes or gives references
     */
    public abstract Values call(int function, Values args, JitState state);

    /**
     * @param function one of those that this class holds and that make tail calls; one may be left in the state
     */
    public Values tail(int function, Values args, JitState state) {
        throw new IllegalStateException("function " + function + " makes no tail calls");
    }
}
