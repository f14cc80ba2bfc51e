package dev.belay.platform.store;

import dev.belay.platform.spec.Digest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** What somebody was told is there, or has put there, a while ago at most: it has to stay until it is used. Not thread-safe. */
final class Claims {
    /** From the first upload to the change that needs it: some gigabytes over a slow line. */
    private static final long LAST_NANOS = Duration.ofHours(1).toNanos();

    private final Map<Digest, Long> since = new HashMap<>();
    private final LongSupplier nanos;

    Claims(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void add(Digest digest) {
        since.put(digest, nanos.getAsLong());
    }

    boolean has(Digest digest) {
        return Optional.ofNullable(since.get(digest)).filter(this::lasts).isPresent();
    }

    void forgetOld() {
        since.values().removeIf(began -> !lasts(began));
    }

    private boolean lasts(long began) {
        return nanos.getAsLong() - began < LAST_NANOS;
    }
}
