package dev.belay.platform.shape;

import dev.belay.wasi.http.transport.BodyChunk;
import dev.belay.wasi.http.transport.BodySource;
import dev.belay.wasi.http.transport.HttpField;
import dev.belay.wasi.io.Turn;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Bodies of requests that may be needed more than once. */
public final class Bodies {
    private Bodies() {}

    /**
     * What was read of a body.
     *
     * @param bytes from its beginning
     * @param rest what comes behind; empty if that is all
     */
    public record Read(byte[] bytes, Optional<BodySource> rest, List<HttpField> trailers) {
        public Read {
            trailers = List.copyOf(trailers);
        }

        /** Whether it can be given again and again. */
        public boolean isWhole() {
            return rest.isEmpty();
        }

        /** The whole body, from its beginning. */
        public BodySource again() {
            return new Replayed(bytes, rest.orElseGet(() -> ended(trailers)));
        }
    }

    /** Reads to the end, or as far as {@code most} bytes; waits for them. */
    public static Read read(BodySource source, int most) throws InterruptedException {
        var bytes = new ByteArrayOutputStream();
        while (bytes.size() < most) {
            switch (source.read(most - bytes.size())) {
                case BodyChunk.Data(byte[] data) -> bytes.writeBytes(data);
                case BodyChunk.End(List<HttpField> trailers) -> {
                    return new Read(bytes.toByteArray(), Optional.empty(), trailers);
                }
                case BodyChunk.Failed _ -> {
                    return new Read(bytes.toByteArray(), Optional.of(source), List.of());
                }
                case BodyChunk.Pending _ -> {
                    var ready = new CountDownLatch(1);
                    source.onReady(ready::countDown);
                    Turn.yieldTo(ready::await);
                }
            }
        }
        return new Read(bytes.toByteArray(), Optional.of(source), List.of());
    }

    private static BodySource ended(List<HttpField> trailers) {
        return new BodySource() {
            @Override
            public BodyChunk read(int limit) {
                return new BodyChunk.End(trailers);
            }

            @Override
            public void onReady(Runnable callback) {
                callback.run();
            }

            @Override
            public void discard() {}
        };
    }

    /** Bytes, and then what is behind them. */
    private static final class Replayed implements BodySource {
        private final byte[] bytes;
        private final BodySource behind;
        private int at;

        Replayed(byte[] bytes, BodySource behind) {
            this.bytes = bytes;
            this.behind = behind;
        }

        @Override
        public BodyChunk read(int limit) {
            if (at == bytes.length) {
                return behind.read(limit);
            }
            int end = at + Math.min(limit, bytes.length - at);
            byte[] piece = Arrays.copyOfRange(bytes, at, end);
            at = end;
            return new BodyChunk.Data(piece);
        }

        @Override
        public void onReady(Runnable callback) {
            if (at < bytes.length) {
                callback.run();
            } else {
                behind.onReady(callback);
            }
        }

        @Override
        public void discard() {
            at = bytes.length;
            behind.discard();
        }
    }
}
