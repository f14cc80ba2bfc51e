package dev.belay.cli;

/** What {@code belay} ends with. */
final class ExitCode {
    static final int OK = 0;
    /** The program or the check failed: a bad file, a trap, a failed test. */
    static final int FAILED = 1;
    /** The command line is wrong. */
    static final int USAGE = 2;

    private ExitCode() {}
}
