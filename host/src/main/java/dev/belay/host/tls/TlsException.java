package dev.belay.host.tls;

/** A certificate or key cannot be used. The message names the file, and has nothing of what is in it. */
public final class TlsException extends RuntimeException {
    TlsException(String message) {
        super(message);
    }

    TlsException(String message, Throwable cause) {
        super(message, cause);
    }
}
