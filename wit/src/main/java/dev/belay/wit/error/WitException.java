package dev.belay.wit.error;

/** A WIT text is wrong. The message is one line, with the place; {@link Report} says more. */
public final class WitException extends RuntimeException {
    private final transient Problem problem;

    public WitException(Problem problem) {
        super(problem.span().place() + ": " + problem.message());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
