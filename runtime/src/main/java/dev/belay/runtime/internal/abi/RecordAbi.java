package dev.belay.runtime.internal.abi;

import dev.belay.component.type.ValueType;
import dev.belay.runtime.value.RecordValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Records. */
final class RecordAbi extends SequenceAbi {
    private final List<String> labels;

    RecordAbi(ValueType.Record type, List<AbiType> types) {
        super(type, types);
        this.labels = type.fields().stream().map(ValueType.Field::label).toList();
    }

    @Override
    Object collect(Object[] values) {
        return new RecordValue(labels, Arrays.asList(values));
    }

    @Override
    List<?> elements(Object value) {
        return switch (value) {
            case RecordValue r when r.labels().equals(labels) -> r.values();
            case RecordValue r -> byLabel(r, r.labels(), r::get);
            case Map<?, ?> m -> byLabel(m, m.keySet(), m::get);
            case Record r -> JavaRecords.values(r, labels);
            default -> throw mismatch("a record with fields " + labels, value);
        };
    }

    private List<?> byLabel(
            Object value, java.util.Collection<?> found, java.util.function.Function<String, Object> get) {
        if (found.size() != labels.size() || !found.containsAll(labels)) {
            throw mismatch("a record with fields " + labels, value);
        }
        var values = new ArrayList<Object>();
        labels.forEach(label -> values.add(get.apply(label)));
        return values;
    }
}
