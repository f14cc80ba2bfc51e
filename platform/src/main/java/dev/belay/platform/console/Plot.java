package dev.belay.platform.console;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * A curve of the last minutes.
 *
 * @param now the last value, and {@code most} the largest, as people read them
 * @param points of the curve, and {@code more} of another in the same measure, or none
 */
record Plot(String title, String now, String most, String points, String more) {
    static final int WIDTH = 300;
    static final int HEIGHT = 60;

    /** Requests, failures and latency. */
    static List<Plot> of(List<Sample> samples) {
        return List.of(
                one("Requests a second", samples, Sample::perSecond, Sample::perSecond, Shown::rate),
                one("Failures a second", samples, Sample::failedPerSecond, Sample::failedPerSecond, Shown::rate),
                one("Latency, p99 and p50", samples, Sample::p99, Sample::p50, Shown::latency));
    }

    private static Plot one(
            String title, List<Sample> samples, ToDoubleFunction<Sample> upper, ToDoubleFunction<Sample> lower,
            DoubleFunction<String> shown) {
        double most = samples.stream().mapToDouble(upper).max().orElse(0);
        double now = samples.isEmpty() ? 0 : upper.applyAsDouble(samples.getLast());
        return new Plot(title, shown.apply(now), shown.apply(most), points(samples, upper, most), points(samples, lower, most));
    }

    /** The last sample is at the right end. */
    private static String points(List<Sample> samples, ToDoubleFunction<Sample> value, double most) {
        var points = new StringBuilder();
        for (int i = 0; i < samples.size(); i++) {
            double x = WIDTH - (samples.size() - 1 - i) * (double) WIDTH / (Series.MOST - 1);
            double y = most == 0 ? HEIGHT : HEIGHT - value.applyAsDouble(samples.get(i)) / most * HEIGHT;
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
        }
        return points.toString().stripTrailing();
    }

    String words() {
        return title + ": now " + now + ", at most " + most + " in the last five minutes";
    }
}
