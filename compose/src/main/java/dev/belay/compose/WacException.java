package dev.belay.compose;

import dev.belay.wit.error.Report;

/** A composition is wrong. The message is one line, with the place; {@link #report} says more. */
public final class WacException extends RuntimeException {
    private final transient WacProblem problem;

    public WacException(WacProblem problem) {
        super(problem.span().place() + ": " + problem.message());
        this.problem = problem;
    }

    public WacProblem problem() {
        return problem;
    }

    /** For people: with the line it is about, and what to do. */
    public String report() {
        return Report.of(problem.span(), problem.message(), problem.hint());
    }
}
