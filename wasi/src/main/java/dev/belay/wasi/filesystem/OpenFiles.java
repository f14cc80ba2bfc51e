package dev.belay.wasi.filesystem;

/** How many files an instance has open; the host has a limit for all of them together. */
public final class OpenFiles {
    private static final int LIMIT = 1024;

    private int open;

    synchronized void take() {
        if (open >= LIMIT) {
            throw new FsException("insufficient-memory");
        }
        open++;
    }

    synchronized void release() {
        open--;
    }
}
