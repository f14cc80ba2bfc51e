package dev.belay.cli;

/** A command cannot do what was asked, through no fault of Belay: its message is all the user needs. */
final class Failure extends RuntimeException {
    private final int exitCode;

    Failure(String message) {
        this(message, ExitCode.FAILED);
    }

    Failure(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
