package dev.belay.wasi.cli;

/** The guest ended its run with {@code wasi:cli/exit}. The instance cannot be used again. */
public final class ExitException extends RuntimeException {
    private final int status;

    public ExitException(int status) {
        super("the guest exited with status " + status, null, false, false);
        this.status = status;
    }

    /** 0 to 255; 0 is success. */
    public int status() {
        return status;
    }
}
