package dev.belay.conformance;

/** A suite cannot be read: there is no script, or one is not of the expected form. */
public final class SuiteException extends RuntimeException {
    SuiteException(String message) {
        super(message);
    }

    SuiteException(String message, Throwable cause) {
        super(message, cause);
    }
}
