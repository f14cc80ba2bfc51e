package dev.belay.runtime;

import java.util.List;

/** A component's imports cannot be met: what is missing or does not fit, each with what was expected and found. */
public final class LinkException extends RuntimeException {
    private final List<String> problems;

    public LinkException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
