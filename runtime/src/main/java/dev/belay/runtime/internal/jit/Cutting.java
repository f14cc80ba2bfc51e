package dev.belay.runtime.internal.jit;

/**
 * When functions are cut into several methods, and how.
 *
 * @param from functions of fewer instructions are not cut
 * @param always whether those of more are, even if the JVM has room for them
 * @param largest instructions to a method
 * @param smallest blocks of fewer instructions stay where they are
 */
public record Cutting(int from, boolean always, int largest, int smallest) {
    /** Where the JVM has no room, into methods well below its 64 KiB. */
    public static Cutting whereNeeded() {
        return new Cutting(6_000, false, 4_000, 64);
    }
}
