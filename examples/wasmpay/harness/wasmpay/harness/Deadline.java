package wasmpay.harness;

import dev.belay.guest.wasi.clocks.MonotonicClock;
import java.util.Optional;

/**
 * Until when an answer is worth having. Nobody looks at a clock if there is none.
 *
 * <p>A component cannot end what it has called: it is the host that ends a validator which computes for ever. What comes too
 * late is not told as a decision, though, so that nobody acts on what they have given up waiting for.
 *
 * @param start nanoseconds of the host's clock
 */
record Deadline(Optional<Long> millis, long start) {
    private static final int GATEWAY_TIMEOUT = 504;
    private static final long NANOS = 1_000_000;
    private static final long MAX_MILLIS = Long.MAX_VALUE / NANOS;

    static Deadline in(Optional<Long> millis) {
        return new Deadline(millis.map(most -> Math.min(most, MAX_MILLIS)), millis.isPresent() ? MonotonicClock.now() : 0);
    }

    /** @throws RefusedException if it is past */
    void check(String what) throws RefusedException {
        if (millis.isPresent() && MonotonicClock.now() - start > millis.get() * NANOS) {
            throw new RefusedException(GATEWAY_TIMEOUT, "deadline exceeded: " + what + " took longer than " + millis.get() + " ms");
        }
    }
}
