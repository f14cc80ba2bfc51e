package dev.belay.wasmpay.ledger;

/** A request that is not done, with what the client is told. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why, as HTTP has it. */
    enum Kind {
        INVALID(400),
        UNKNOWN(404),
        METHOD(405),
        CONFLICT(409),
        TOO_LARGE(413);

        final int status;

        Kind(int status) {
            this.status = status;
        }
    }

    private final Kind kind;

    private Refusal(Kind kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    static Refusal of(Kind kind, String message) {
        return new Refusal(kind, message);
    }

    static Refusal invalid(String message) {
        return new Refusal(Kind.INVALID, message);
    }
}
