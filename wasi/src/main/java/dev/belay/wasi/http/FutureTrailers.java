package dev.belay.wasi.http;

import dev.belay.wasi.http.transport.BodyChunk;
import dev.belay.wasi.http.transport.BodySource;
import dev.belay.wasi.io.Pollable;
import java.util.Optional;

/** The resource {@code future-trailers}: reads a body to its end. */
final class FutureTrailers {
    /** How many pieces one look throws away: whoever waits looks again, and can be interrupted between. */
    private static final int PIECES = 16;

    private final BodySource source;
    private final HttpState state;
    private final Share share;
    private boolean taken;

    FutureTrailers(BodySource source, HttpState state, Share share) {
        this.source = source;
        this.state = state;
        this.share = share;
    }

    /** {@link BodyChunk.End} or {@link BodyChunk.Failed} when the body has ended, empty before. */
    Optional<BodyChunk> poll() {
        for (int i = 0; i < PIECES; i++) {
            switch (source.read(state.limits().chunkBytes())) {
                case BodyChunk.Data _ -> {}
                case BodyChunk.Pending _ -> {
                    return Optional.empty();
                }
                case BodyChunk end -> {
                    return Optional.of(end);
                }
            }
        }
        return Optional.empty();
    }

    /** Ready when {@link #poll} gives something. */
    Pollable subscribe() {
        return new Pollable() {
            @Override
            public boolean ready() {
                return poll().isPresent();
            }

            @Override
            public void onReady(Runnable callback) {
                source.onReady(callback);
            }

            @Override
            public void stopWaiting() {
                source.stopWaiting();
            }
        };
    }

    /** Whether this is the first time. */
    boolean take() {
        boolean first = !taken;
        taken = true;
        return first;
    }

    void drop() {
        share.end();
        if (!taken) {
            source.discard();
        }
    }
}
