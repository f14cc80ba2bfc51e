package dev.belay.platform.yaml;

import dev.belay.wit.error.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A piece of a YAML document. */
public sealed interface Value {
    Span span();

    /** What it is, for messages. */
    String kind();

    /**
     * Text, a number, true or false: which of them, who asks decides.
     *
     * @param quoted whether it can be nothing but text
     */
    record Scalar(Span span, String text, boolean quoted) implements Value {
        /** Whether nothing was written, or {@code null}. */
        public boolean isNothing() {
            return !quoted && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }

        @Override
        public String kind() {
            return isNothing() ? "nothing" : "'" + text + "'";
        }
    }

    record Listed(Span span, List<Value> items) implements Value {
        public Listed {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Entries by key, in their order. */
    record Table(Span span, Map<String, Entry> entries) implements Value {
        public Table {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public String kind() {
            return "a table";
        }
    }

    /**
     * An entry of a table.
     *
     * @param key where its key stands
     */
    record Entry(Span key, Value value) {}
}
