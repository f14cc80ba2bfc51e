package dev.belay.wasi.http;

import dev.belay.wasi.http.transport.BodyChunk;
import dev.belay.wasi.http.transport.BodySource;
import java.util.Optional;

/** The resource {@code future-trailers}: reads a body to its end. */
final class FutureTrailers {
    private final BodySource source;
    private final HttpLimits limits;
    private boolean taken;

    FutureTrailers(BodySource source, HttpLimits limits) {
        this.source = source;
        this.limits = limits;
    }

    /** {@link BodyChunk.End} or {@link BodyChunk.Failed} when the body has ended, empty before. */
    Optional<BodyChunk> poll() {
        while (true) {
            switch (source.read(limits.chunkBytes())) {
                case BodyChunk.Data _ -> {}
                case BodyChunk.Pending _ -> {
                    return Optional.empty();
                }
                case BodyChunk end -> {
                    return Optional.of(end);
                }
            }
        }
    }

    /** Calls back when {@link #poll} gives something. */
    void onReady(Runnable callback) {
        if (poll().isPresent()) {
            callback.run();
        } else {
            source.onReady(() -> onReady(callback));
        }
    }

    /** Whether this is the first time. */
    boolean take() {
        boolean first = !taken;
        taken = true;
        return first;
    }

    void drop() {
        if (!taken) {
            source.discard();
        }
    }
}
