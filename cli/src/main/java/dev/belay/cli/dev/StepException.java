package dev.belay.cli.dev;

/** A change is not served: at which step it got stuck, and all there is to mend, in lines. */
public final class StepException extends Exception {
    private final Step step;

    public StepException(Step step, String message) {
        super(message);
        this.step = step;
    }

    public Step step() {
        return step;
    }

    /** What is wrong, of one or more lines. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
