package dev.belay.runtime.internal.jit;

/**
 * When functions are cut into several methods, and how.
 *
 * @param from functions of fewer instructions are not cut
 * @param always whether those of more are, even if the JVM's compilers have room for them
 * @param largest instructions to a method
 * @param smallest blocks of fewer instructions stay where they are
 */
public record Cutting(int from, boolean always, int largest, int smallest) {
    /** Where a method would be too large for the JVM's compilers, into methods that are not. */
    public static Cutting whereNeeded() {
        return new Cutting(600, false, 900, 64);
    }
}
