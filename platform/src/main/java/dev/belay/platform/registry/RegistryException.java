package dev.belay.platform.registry;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import org.jspecify.annotations.Nullable;

/** A registry, or what is to be known of it here, is not as it has to be. The message is for people, and has nothing secret. */
public final class RegistryException extends RuntimeException {
    private final boolean unreachable;

    RegistryException(String message) {
        this(message, null);
    }

    RegistryException(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.unreachable = cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
    }

    /** Whether the registry takes no connections: asking it for something else would take as long, and be of as little use. */
    public boolean isUnreachable() {
        return unreachable;
    }
}
