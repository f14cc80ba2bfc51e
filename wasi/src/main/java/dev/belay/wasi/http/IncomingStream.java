package dev.belay.wasi.http;

import dev.belay.wasi.http.transport.BodyChunk;
import dev.belay.wasi.http.transport.BodySource;
import dev.belay.wasi.io.Pollable;
import dev.belay.wasi.io.StreamException;
import dev.belay.wasi.io.WasiInputStream;
import java.util.Arrays;

/** An incoming body as an input-stream. Keeps at most one piece. */
final class IncomingStream implements WasiInputStream {
    private final BodySource source;
    private final int chunkBytes;
    private final Children siblings;
    private BodyChunk next = new BodyChunk.Pending();
    private boolean failed;

    /**
     * @param chunkBytes how much to fetch at a time
     * @param siblings of the body that this is a child of
     */
    IncomingStream(BodySource source, int chunkBytes, Children siblings) {
        this.source = source;
        this.chunkBytes = chunkBytes;
        this.siblings = siblings;
        siblings.add();
    }

    @Override
    public byte[] read(int limit) {
        if (limit == 0) {
            return NOTHING;
        }
        fetch();
        return switch (next) {
            case BodyChunk.Pending _ -> NOTHING;
            case BodyChunk.Data(byte[] bytes) -> take(bytes, limit);
            case BodyChunk.End _ -> throw StreamException.closed();
            case BodyChunk.Failed(var error) -> {
                boolean told = failed;
                failed = true;
                throw told ? StreamException.closed() : HttpErrors.stream(error);
            }
        };
    }

    private byte[] take(byte[] bytes, int limit) {
        if (bytes.length <= limit) {
            next = new BodyChunk.Pending();
            return bytes;
        }
        next = new BodyChunk.Data(Arrays.copyOfRange(bytes, limit, bytes.length));
        return Arrays.copyOf(bytes, limit);
    }

    private void fetch() {
        if (next instanceof BodyChunk.Pending) {
            next = source.read(chunkBytes);
        }
    }

    @Override
    public Pollable subscribe() {
        return new Pollable() {
            @Override
            public boolean ready() {
                fetch();
                return !(next instanceof BodyChunk.Pending);
            }

            @Override
            public void onReady(Runnable callback) {
                if (next instanceof BodyChunk.Pending) {
                    source.onReady(callback);
                } else {
                    callback.run();
                }
            }

            @Override
            public void stopWaiting() {
                source.stopWaiting();
            }
        };
    }

    @Override
    public void close() {
        siblings.remove();
    }
}
