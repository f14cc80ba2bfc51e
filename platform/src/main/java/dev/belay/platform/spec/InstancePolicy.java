package dev.belay.platform.spec;

/**
 * How instances are used.
 *
 * @param pool how many are kept to be used again; 0 for a fresh one for each call
 * @param reuse how many calls one is used for
 */
public record InstancePolicy(int pool, int reuse) {
    public static InstancePolicy fresh() {
        return new InstancePolicy(0, 1);
    }

    public boolean isFresh() {
        return pool == 0;
    }
}
