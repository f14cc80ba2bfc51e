package dev.belay.runtime.value;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A record: labels and their values, in the order of the type.
 *
 * @param labels as WIT writes them, in kebab-case
 */
public record RecordValue(List<String> labels, List<Object> values) {
    public RecordValue {
        labels = List.copyOf(labels);
        values = List.copyOf(values);
        if (labels.size() != values.size()) {
            throw new IllegalArgumentException(
                    "a record needs one value for each label: " + labels.size() + " labels, " + values.size() + " values");
        }
    }

    /** {@code RecordValue.of("name", "x", "size", 3)}. */
    public static RecordValue of(Object... labelsAndValues) {
        var labels = new ArrayList<String>();
        var values = new ArrayList<Object>();
        for (int i = 0; i + 1 < labelsAndValues.length; i += 2) {
            labels.add((String) labelsAndValues[i]);
            values.add(labelsAndValues[i + 1]);
        }
        if (labelsAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("expected pairs of a label and a value, found a label without a value");
        }
        return new RecordValue(labels, values);
    }

    /**
     * @throws NoSuchElementException if there is no such label
     */
    public Object get(String label) {
        int at = labels.indexOf(label);
        if (at < 0) {
            throw new NoSuchElementException("no field '" + label + "' in a record of " + labels);
        }
        return values.get(at);
    }

    @Override
    public String toString() {
        var text = new ArrayList<String>();
        for (int i = 0; i < labels.size(); i++) {
            text.add(labels.get(i) + ": " + values.get(i));
        }
        return "{" + String.join(", ", text) + "}";
    }
}
