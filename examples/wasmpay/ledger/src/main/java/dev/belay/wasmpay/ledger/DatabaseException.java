package dev.belay.wasmpay.ledger;

/** The database failed: nothing of the request was done. */
final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
