package dev.belay.runtime.internal.abi;

import dev.belay.component.type.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Lists whose length is part of the type: their elements side by side. */
final class FixedListAbi extends AbiType {
    private final AbiType element;
    private final int length;

    FixedListAbi(ValueType.FixedList type, AbiType element) {
        super(type);
        this.element = element;
        this.length = type.length();
    }

    @Override
    Object load(LiftContext context, int address) {
        var values = new ArrayList<Object>(length);
        for (int i = 0; i < length; i++) {
            values.add(element.load(context, address + i * element.size()));
        }
        return Collections.unmodifiableList(values);
    }

    @Override
    void store(LowerContext context, Object value, int address) {
        int at = address;
        for (Object each : elements(value)) {
            element.store(context, each, at);
            at += element.size();
        }
    }

    @Override
    Object lift(LiftContext context, Flat flat) {
        var values = new ArrayList<Object>(length);
        for (int i = 0; i < length; i++) {
            values.add(element.lift(context, flat));
        }
        return Collections.unmodifiableList(values);
    }

    @Override
    void lower(LowerContext context, Object value, Flat flat) {
        for (Object each : elements(value)) {
            element.lower(context, each, flat);
        }
    }

    private List<?> elements(Object value) {
        List<?> values = switch (value) {
            case List<?> list -> list;
            case Object[] array -> Arrays.asList(array);
            default -> throw mismatch("a list of " + length + " values", value);
        };
        if (values.size() != length) {
            throw mismatch("a list of " + length + " values", value);
        }
        return values;
    }
}
