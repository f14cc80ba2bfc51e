package dev.belay.platform.manifest;

import dev.belay.platform.schema.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** A manifest is wrong: the message is every problem, with its place. */
public final class ManifestException extends RuntimeException {
    private final transient List<Problem> problems;

    ManifestException(List<Problem> problems) {
        super(problems.stream().map(Problem::report).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
