package dev.belay.component;

/** The bytes are no valid component: where, and which rule they break. */
public final class InvalidComponentException extends RuntimeException {
    private final int offset;
    private final boolean malformed;

    private InvalidComponentException(int offset, String message, boolean malformed) {
        super(message + " (at offset 0x" + Integer.toHexString(offset) + ")");
        this.offset = offset;
        this.malformed = malformed;
    }

    /** The bytes cannot be decoded. */
    public static InvalidComponentException malformed(int offset, String message) {
        return new InvalidComponentException(offset, message, true);
    }

    /** The bytes decode, but what they say breaks a rule of validation. */
    public static InvalidComponentException invalid(int offset, String message) {
        return new InvalidComponentException(offset, message, false);
    }

    /** Bytes from the start of the file. */
    public int offset() {
        return offset;
    }

    public boolean isMalformed() {
        return malformed;
    }
}
