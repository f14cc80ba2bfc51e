package dev.belay.runtime.internal.core;

/**
 * Makes sure that there is stack left before something is done that others rely on. Guests choose how deep the stack is when
 * something is first needed; were it to overflow within a static initialiser, the class could never be used again.
 */
public final class StackRoom {
    /** Frames that are tried: 64 KiB and more, several times what writing, loading and initialising a class takes. */
    private static final int FRAMES = 2048;

    private StackRoom() {}

    /**
     * @throws StackOverflowError if there is little left; nothing is half done then
     */
    public static void require() {
        if (descend(FRAMES) != FRAMES) {
            throw new AssertionError("each frame counts");
        }
    }

    private static int descend(int frames) {
        return frames == 0 ? 0 : 1 + descend(frames - 1);
    }
}
