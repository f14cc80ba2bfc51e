package dev.belay.conformance;

import java.util.List;
import java.util.stream.Collectors;

/** Found values as text for a report. */
final class Shown {
    private Shown() {}

    static String of(List<?> values) {
        return values.stream().map(Shown::one).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String one(Object value) {
        return switch (value) {
            case byte[] bytes -> java.util.Arrays.toString(bytes);
            case long[] bits -> java.util.Arrays.toString(bits);
            default -> value.toString();
        };
    }
}
