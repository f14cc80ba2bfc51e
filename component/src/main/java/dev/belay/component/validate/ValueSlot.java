package dev.belay.component.validate;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.type.ValueType;

/** A value of the value index space. It is to be consumed exactly once. */
final class ValueSlot {
    private final ValueType type;
    private final int offset;
    private boolean consumed;

    ValueSlot(ValueType type, int offset) {
        this.type = type;
        this.offset = offset;
    }

    ValueType type() {
        return type;
    }

    /** Where it is defined. */
    int offset() {
        return offset;
    }

    boolean isConsumed() {
        return consumed;
    }

    void consume(int index, int at) {
        if (consumed) {
            throw InvalidComponentException.invalid(at, "value " + index + " cannot be used more than once");
        }
        consumed = true;
    }
}
