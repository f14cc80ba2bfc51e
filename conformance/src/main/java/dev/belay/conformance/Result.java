package dev.belay.conformance;

/** A directive and its outcome. */
public record Result(String source, int line, String directive, Outcome outcome) {
    @Override
    public String toString() {
        String what = source + ":" + line + " " + directive + ": ";
        return what + switch (outcome) {
            case Outcome.Passed() -> "passed";
            case Outcome.Failed(var how) -> "failed: " + how;
            case Outcome.Skipped(var reason) -> "skipped: " + reason;
        };
    }
}
