package dev.belay.bench.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Measurements of one thing, sorted.
 *
 * @param values at least one
 */
public record Sample(double[] values) {
    private static final double HUNDRED = 100;
    private static final double TEN = 10;

    public Sample {
        if (values.length == 0) {
            throw new IllegalArgumentException("expected one or more measurements, found none");
        }
        values = values.clone();
        Arrays.sort(values);
    }

    public static Sample of(DoubleStream values) {
        return new Sample(values.toArray());
    }

    public static Sample of(double single) {
        return new Sample(new double[] {single});
    }

    public double median() {
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    public double min() {
        return values[0];
    }

    public double max() {
        return values[values.length - 1];
    }

    public Sample times(double factor) {
        return of(Arrays.stream(values).map(value -> value * factor));
    }

    /** Its median, with the smallest and the largest if there are several: {@code 12.3 (11.9–14.0)}. */
    public String text() {
        return values.length == 1 ? number(median()) : number(median()) + " (" + number(min()) + "–" + number(max()) + ")";
    }

    /** With as many digits as can be meant. */
    public static String number(double value) {
        double size = Math.abs(value);
        String format = size >= HUNDRED || value == Math.rint(value) ? "%,.0f" : size >= TEN ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}
