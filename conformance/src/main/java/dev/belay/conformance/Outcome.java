package dev.belay.conformance;

/**
 * What became of one directive.
 *
 * @param script path of the script within what was asked for, without {@code .json}
 * @param line in the original {@code .wast}
 * @param directive such as {@code assert_return}
 * @param detail what was expected and found, or why it was skipped; empty if it passed
 */
public record Outcome(String script, int line, String directive, Status status, String detail) {
    /** Every directive counts as one of these. */
    public enum Status {
        PASSED,
        FAILED,
        SKIPPED
    }

    /** {@code values/strings.wast:23}. */
    public String place() {
        return script + ".wast:" + line;
    }

    @Override
    public String toString() {
        return place() + " " + directive + ": " + detail;
    }
}
