package dev.belay.platform.trace;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A piece of work that ended.
 *
 * @param parent the span that it is within, if there is one
 * @param start nanoseconds since 1970
 */
public record Span(
        TraceContext context,
        Optional<String> parent,
        String name,
        Kind kind,
        long start,
        long end,
        boolean failed,
        Map<String, String> attributes) {
    public Span {
        attributes = java.util.Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    /** As OTLP counts them. */
    public enum Kind {
        INTERNAL(1),
        SERVER(2),
        CLIENT(3),
        CONSUMER(5);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }
}
