package dev.belay.wasi.http;

import dev.belay.wasi.http.transport.BodyChunk;
import dev.belay.wasi.http.transport.BodySource;

/** The body of a request, which remembers what the client lets the guest know, and wait for. */
final class ClientBody implements BodySource {
    private final BodySource from;
    private volatile boolean brokenOff;
    private volatile boolean awaited;

    ClientBody(BodySource from) {
        this.from = from;
    }

    /** Whether the client broke off, as far as the guest could know. */
    boolean isBrokenOff() {
        return brokenOff;
    }

    /** Whether the guest waits for more of it. */
    boolean isAwaited() {
        return awaited;
    }

    @Override
    public BodyChunk read(int limit) {
        BodyChunk chunk = from.read(limit);
        if (chunk instanceof BodyChunk.Failed) {
            brokenOff = true;
        }
        return chunk;
    }

    @Override
    public void onReady(Runnable callback) {
        awaited = true;
        from.onReady(() -> {
            awaited = false;
            callback.run();
        });
    }

    @Override
    public void stopWaiting() {
        awaited = false;
        from.stopWaiting();
    }

    @Override
    public void discard() {
        from.discard();
    }
}
