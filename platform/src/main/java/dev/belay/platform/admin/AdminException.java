package dev.belay.platform.admin;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A host said no, or could not be asked. The message is for people. */
public final class AdminException extends RuntimeException {
    private final transient Optional<Integer> status;

    AdminException(String message, Optional<Integer> status, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    /** Of its answer, if there was one. */
    public Optional<Integer> status() {
        return status;
    }
}
