package wasmpay.harness;

/** What was sent cannot be judged; the message says why, for whoever sent it. */
final class RefusedException extends Exception {
    private final int status;

    /** @param status of HTTP, for where there is one */
    RefusedException(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
