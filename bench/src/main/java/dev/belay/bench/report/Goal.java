package dev.belay.bench.report;

/** What a figure is to be. */
public sealed interface Goal {
    /** Whether a value is as good as that. */
    boolean isMetBy(double value);

    String text(String unit);

    record AtMost(double bound) implements Goal {
        @Override
        public boolean isMetBy(double value) {
            return value <= bound;
        }

        @Override
        public String text(String unit) {
            return "≤ " + Sample.number(bound) + " " + unit;
        }
    }

    record AtLeast(double bound) implements Goal {
        @Override
        public boolean isMetBy(double value) {
            return value >= bound;
        }

        @Override
        public String text(String unit) {
            return "≥ " + Sample.number(bound) + " " + unit;
        }
    }

    /** A figure that is there to understand another one. */
    record None() implements Goal {
        @Override
        public boolean isMetBy(double value) {
            return true;
        }

        @Override
        public String text(String unit) {
            return "–";
        }
    }

    static Goal atMost(double bound) {
        return new AtMost(bound);
    }

    static Goal atLeast(double bound) {
        return new AtLeast(bound);
    }

    static Goal none() {
        return new None();
    }
}
