package dev.belay.compose;

/** A core module cannot become a component: why, and what to do. */
public final class ComponentizeException extends RuntimeException {
    private final transient ComponentizeProblem problem;

    public ComponentizeException(ComponentizeProblem problem) {
        super(problem.message() + problem.hint().map(hint -> "; " + hint).orElse(""));
        this.problem = problem;
    }

    public ComponentizeProblem problem() {
        return problem;
    }
}
