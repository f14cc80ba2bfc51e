package dev.belay.runtime.internal.jit;

/** One class of compiled functions, entered from outside. */
public abstract class JitChunk {
    protected JitChunk() {}

    /**
     * @param function one of those that this class holds
     * @param args raw bits
     * @return raw bits
     */
    public abstract long[] call(int function, long[] args, JitState state);
}
