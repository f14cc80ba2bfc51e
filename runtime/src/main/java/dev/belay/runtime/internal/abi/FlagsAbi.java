package dev.belay.runtime.internal.abi;

import dev.belay.component.type.ValueType;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;

/** Flags: one bit for each label. Bits without a label are ignored. */
final class FlagsAbi extends AbiType {
    private final List<String> labels;

    FlagsAbi(ValueType.Flags type) {
        super(type);
        this.labels = type.labels();
    }

    @Override
    Object load(LiftContext context, int address) {
        var memory = context.memory();
        return unpack(switch (size()) {
            case 1 -> memory.readByte(address);
            case 2 -> memory.readShort(address);
            default -> memory.readInt(address);
        });
    }

    @Override
    void store(LowerContext context, Object value, int address) {
        var memory = context.memory();
        int bits = pack(value);
        switch (size()) {
            case 1 -> memory.writeByte(address, (byte) bits);
            case 2 -> memory.writeShort(address, (short) bits);
            default -> memory.writeInt(address, bits);
        }
    }

    @Override
    Object lift(LiftContext context, Flat flat) {
        return unpack(flat.nextInt());
    }

    @Override
    void lower(LowerContext context, Object value, Flat flat) {
        flat.putInt(pack(value));
    }

    private Object unpack(int bits) {
        var set = new LinkedHashSet<String>();
        for (int i = 0; i < labels.size(); i++) {
            if ((bits >>> i & 1) != 0) {
                set.add(labels.get(i));
            }
        }
        return Collections.unmodifiableSet(set);
    }

    private int pack(Object value) {
        if (!(value instanceof Collection<?> set)) {
            throw mismatch("a set of " + labels, value);
        }
        int bits = 0;
        for (Object label : set) {
            int index = labels.indexOf(label);
            if (index < 0) {
                throw mismatch("a set of " + labels, value);
            }
            bits |= 1 << index;
        }
        return bits;
    }
}
