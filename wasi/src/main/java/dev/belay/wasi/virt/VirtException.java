package dev.belay.wasi.virt;

/** Virtual surroundings that cannot be made: why, and what to do. */
public final class VirtException extends RuntimeException {
    public VirtException(String message) {
        super(message);
    }
}
