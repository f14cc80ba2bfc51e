package dev.belay.wasi.http;

import dev.belay.runtime.Trap;

/**
 * Counts what the host keeps for the HTTP messages of one instance. A guest that makes it keep too much is stopped: its
 * own memory is bounded, and the host's must not be the way around that.
 */
final class HttpMemory {
    private final long limit;
    private long kept;

    /** @param limit in bytes */
    HttpMemory(long limit) {
        this.limit = limit;
    }

    /** Traps if that is too much. */
    void take(long bytes) {
        if (!tryTake(bytes)) {
            throw Trap.of(
                    Trap.Kind.MEMORY_LIMIT,
                    "expected HTTP messages of at most " + limit + " bytes at a time to keep for the guest, found more");
        }
    }

    synchronized boolean tryTake(long bytes) {
        boolean granted = bytes <= limit - kept;
        kept += granted ? bytes : 0;
        return granted;
    }

    synchronized void give(long bytes) {
        kept -= bytes;
    }

    synchronized long kept() {
        return kept;
    }
}
