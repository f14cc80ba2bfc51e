package dev.belay.conformance;

/** What became of one directive. */
public sealed interface Outcome {
    record Passed() implements Outcome {}

    /** @param how what was expected and what was found */
    record Failed(String how) implements Outcome {}

    /** @param reason one of few, so that they can be counted */
    record Skipped(String reason) implements Outcome {}

    static Outcome passed() {
        return new Passed();
    }

    static Outcome failed(String how) {
        return new Failed(how);
    }

    static Outcome skipped(String reason) {
        return new Skipped(reason);
    }
}
