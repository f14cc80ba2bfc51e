package dev.belay.runtime.internal.memory;

/** The contents of a memory at one moment, to start others from. Its pieces are never written again. */
public final class MemoryImage {
    final byte[][][] groups;

    MemoryImage(byte[][][] groups) {
        this.groups = groups;
    }
}
