package dev.belay.runtime.internal.memory;

/** The contents of a memory at one moment, to start others from. Its pages are never written again. */
public final class MemoryImage {
    final byte[][] pages;

    MemoryImage(byte[][] pages) {
        this.pages = pages;
    }
}
