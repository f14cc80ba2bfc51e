package dev.belay.runtime.internal.abi;

import dev.belay.component.type.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Lists of any length: a pointer and a count of elements. */
class ListAbi extends AbiType {
    private final AbiType element;

    ListAbi(ValueType type, AbiType element) {
        super(type);
        this.element = element;
    }

    @Override
    final Object load(LiftContext context, int address) {
        var memory = context.memory();
        return liftRange(context, memory.readInt(address), memory.readInt(address + 4));
    }

    @Override
    final Object lift(LiftContext context, Flat flat) {
        int address = flat.nextInt();
        return liftRange(context, address, flat.nextInt());
    }

    @Override
    final void store(LowerContext context, Object value, int address) {
        List<?> elements = elements(value);
        int at = lowerElements(context, elements);
        context.memory().writeInt(address, at);
        context.memory().writeInt(address + 4, elements.size());
    }

    @Override
    final void lower(LowerContext context, Object value, Flat flat) {
        List<?> elements = elements(value);
        flat.putInt(lowerElements(context, elements));
        flat.putInt(elements.size());
    }

    /** The Java value of a list with these elements. */
    Object collect(LiftContext context, List<Object> elements) {
        return elements;
    }

    /** The elements of a Java value that the host gives. */
    List<?> elements(Object value) {
        return switch (value) {
            case List<?> list -> list;
            case Object[] array -> Arrays.asList(array);
            default -> throw mismatch("list", value);
        };
    }

    private Object liftRange(LiftContext context, int address, int length) {
        long bytes = Integer.toUnsignedLong(length) * element.size();
        Ranges.checkList(context.memory(), address, bytes, element.alignment());
        context.count(bytes);
        var elements = new ArrayList<Object>(length);
        for (int i = 0; i < length; i++) {
            elements.add(element.load(context, address + i * element.size()));
        }
        return collect(context, Collections.unmodifiableList(elements));
    }

    private int lowerElements(LowerContext context, List<?> elements) {
        int at = context.allocate(element.alignment(), (long) elements.size() * element.size());
        int next = at;
        for (Object value : elements) {
            element.store(context, value, next);
            next += element.size();
        }
        return at;
    }
}
