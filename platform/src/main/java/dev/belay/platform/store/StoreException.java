package dev.belay.platform.store;

import java.nio.file.Path;

/** Something on disk cannot be used. */
public final class StoreException extends RuntimeException {
    private final Kind kind;

    /** What is wrong. */
    public enum Kind {
        /** There is no such thing. */
        MISSING,
        /** It is not what was written. */
        CORRUPT,
        /** There is no room for it. */
        DISK_FULL,
        /** It cannot be read or written for another reason. */
        INACCESSIBLE
    }

    public StoreException(Kind kind, Path file, String message, Throwable cause) {
        super(file + ": " + message, cause);
        this.kind = kind;
    }

    public StoreException(Kind kind, Path file, String message) {
        super(file + ": " + message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
