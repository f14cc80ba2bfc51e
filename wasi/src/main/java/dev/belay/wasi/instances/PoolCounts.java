package dev.belay.wasi.instances;

import java.util.Map;

/**
 * What became of the instances of a pool.
 *
 * @param made since it began
 * @param idle that wait for something to do
 * @param ended since it began, for each reason
 */
public record PoolCounts(long made, int idle, Map<End, Long> ended) {
    public PoolCounts {
        ended = Map.copyOf(ended);
    }

    /** Those at work. */
    public long busy() {
        return Math.max(0, made - idle - ended.values().stream().mapToLong(Long::longValue).sum());
    }

    /** Why an instance is not used again. */
    public enum End {
        /** It trapped, or ended itself, or the host failed in it. */
        FAILED,
        /** It was used as often as one may be. */
        USED_UP,
        /** As many were idle as are kept. */
        SURPLUS,
        /** What came next had other limits. */
        OTHER_LIMITS,
        /** Nothing was expected that it could be used for. */
        NOT_NEEDED
    }
}
