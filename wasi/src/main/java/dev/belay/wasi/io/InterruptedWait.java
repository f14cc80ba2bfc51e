package dev.belay.wasi.io;

/** A guest's wait was interrupted, most likely by the deadline of its call. */
public final class InterruptedWait extends RuntimeException {
    public InterruptedWait() {
        super("interrupted while waiting");
    }
}
