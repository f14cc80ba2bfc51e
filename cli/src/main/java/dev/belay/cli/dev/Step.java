package dev.belay.cli.dev;

/** Where a change can get stuck on its way to being served. */
public enum Step {
    BUILD("the build failed", "build"),
    COMPOSE("the component does not fit", "compose"),
    START("the component does not start", "start");

    private final String wording;
    private final String label;

    Step(String wording, String label) {
        this.wording = wording;
        this.label = label;
    }

    /** For people. */
    public String wording() {
        return wording;
    }

    /** For programs. */
    public String label() {
        return label;
    }
}
