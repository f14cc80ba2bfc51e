package dev.belay.runtime.internal.abi;

import dev.belay.component.abi.Layout;
import dev.belay.component.type.ValueType;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Values side by side: tuples and, with labels, records. */
class SequenceAbi extends AbiType {
    private final AbiType[] types;
    private final int[] offsets;

    SequenceAbi(ValueType type, List<AbiType> types) {
        super(type);
        this.types = types.toArray(AbiType[]::new);
        this.offsets = new int[this.types.length];
        int offset = 0;
        for (int i = 0; i < this.types.length; i++) {
            offset = (int) Layout.align(offset, this.types[i].alignment());
            offsets[i] = offset;
            offset += this.types[i].size();
        }
    }

    @Override
    final Object load(LiftContext context, int address) {
        var values = new Object[types.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = types[i].load(context, address + offsets[i]);
        }
        return collect(values);
    }

    @Override
    final void store(LowerContext context, Object value, int address) {
        List<?> values = checkedElements(value);
        for (int i = 0; i < types.length; i++) {
            types[i].store(context, values.get(i), address + offsets[i]);
        }
    }

    @Override
    final Object lift(LiftContext context, Flat flat) {
        var values = new Object[types.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = types[i].lift(context, flat);
        }
        return collect(values);
    }

    @Override
    final void lower(LowerContext context, Object value, Flat flat) {
        List<?> values = checkedElements(value);
        for (int i = 0; i < types.length; i++) {
            types[i].lower(context, values.get(i), flat);
        }
    }

    Object collect(Object[] values) {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    List<?> elements(Object value) {
        return switch (value) {
            case List<?> list -> list;
            case Object[] array -> Arrays.asList(array);
            default -> throw mismatch("a list of " + types.length + " values", value);
        };
    }

    private List<?> checkedElements(Object value) {
        List<?> values = elements(value);
        if (values.size() != types.length) {
            throw mismatch("a list of " + types.length + " values", value);
        }
        return values;
    }
}
