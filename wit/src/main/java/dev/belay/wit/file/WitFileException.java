package dev.belay.wit.file;

/** WIT cannot be read from where it should be: which file, and why. */
public final class WitFileException extends RuntimeException {
    public WitFileException(String message) {
        super(message);
    }
}
