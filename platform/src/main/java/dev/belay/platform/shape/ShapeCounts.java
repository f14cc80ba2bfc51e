package dev.belay.platform.shape;

import java.util.concurrent.atomic.LongAdder;

/** What was done to the requests of one application. */
public final class ShapeCounts {
    private final LongAdder limited = new LongAdder();
    private final LongAdder retried = new LongAdder();
    private final LongAdder rested = new LongAdder();
    private final LongAdder rests = new LongAdder();
    private final LongAdder same = new LongAdder();
    private final LongAdder different = new LongAdder();
    private final LongAdder skipped = new LongAdder();

    /** Refused because there were too many in a second. */
    public void limited() {
        limited.increment();
    }

    public void retried() {
        retried.increment();
    }

    /** Refused because the application is given a rest. */
    public void rested() {
        rested.increment();
    }

    /** The application is given a rest. */
    void rests() {
        rests.increment();
    }

    /** What a mirror answered was the same, or not. */
    public void mirrored(boolean isSame) {
        (isSame ? same : different).increment();
    }

    /** There was no room for one more in the mirror, or the request was too large. */
    public void notMirrored() {
        skipped.increment();
    }

    /** All of it at a moment. */
    public record Totals(long limited, long retried, long rested, long rests, long same, long different, long skipped) {}

    public Totals totals() {
        return new Totals(limited.sum(), retried.sum(), rested.sum(), rests.sum(), same.sum(), different.sum(), skipped.sum());
    }
}
