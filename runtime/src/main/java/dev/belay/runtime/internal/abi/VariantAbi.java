package dev.belay.runtime.internal.abi;

import dev.belay.component.abi.Layout;
import dev.belay.component.type.ValueType;
import dev.belay.runtime.Trap;
import java.util.List;
import java.util.Optional;

/** One case of several: variants, enums, options and results, which differ in their Java values only. */
final class VariantAbi extends AbiType {
    private final VariantShape shape;
    private final List<Optional<AbiType>> payloads;
    private final int discriminantSize;
    private final int payloadOffset;

    VariantAbi(ValueType type, VariantShape shape, List<Optional<AbiType>> payloads) {
        super(type);
        this.shape = shape;
        this.payloads = payloads;
        this.discriminantSize = Layout.discriminantSize(payloads.size());
        int alignment = payloads.stream().mapToInt(p -> p.map(AbiType::alignment).orElse(1)).max().orElse(1);
        this.payloadOffset = Layout.payloadOffset(payloads.size(), alignment);
    }

    @Override
    Object load(LiftContext context, int address) {
        var memory = context.memory();
        int index = check(switch (discriminantSize) {
            case 1 -> Byte.toUnsignedInt(memory.readByte(address));
            case 2 -> Short.toUnsignedInt(memory.readShort(address));
            default -> memory.readInt(address);
        });
        return shape.make(index, payloads.get(index).map(p -> p.load(context, address + payloadOffset)));
    }

    @Override
    void store(LowerContext context, Object value, int address) {
        VariantShape.Case given = shape.caseOf(value);
        var memory = context.memory();
        switch (discriminantSize) {
            case 1 -> memory.writeByte(address, (byte) given.index());
            case 2 -> memory.writeShort(address, (short) given.index());
            default -> memory.writeInt(address, given.index());
        }
        Optional<AbiType> payload = payloads.get(given.index());
        if (payload.isPresent()) {
            payload.get().store(context, payloadOf(given, value), address + payloadOffset);
        }
    }

    @Override
    Object lift(LiftContext context, Flat flat) {
        int end = flat.position() + flatCount();
        int index = check(flat.nextInt());
        Object value = shape.make(index, payloads.get(index).map(p -> p.lift(context, flat)));
        flat.moveTo(end);
        return value;
    }

    @Override
    void lower(LowerContext context, Object value, Flat flat) {
        int end = flat.position() + flatCount();
        VariantShape.Case given = shape.caseOf(value);
        flat.putInt(given.index());
        Optional<AbiType> payload = payloads.get(given.index());
        if (payload.isPresent()) {
            payload.get().lower(context, payloadOf(given, value), flat);
        }
        flat.moveTo(end);
    }

    private int check(int index) {
        if (index < 0 || index >= payloads.size()) {
            throw Trap.of(
                    Trap.Kind.INVALID_DISCRIMINANT,
                    Integer.toUnsignedString(index) + " of " + payloads.size() + " cases");
        }
        return index;
    }

    private static Object payloadOf(VariantShape.Case given, Object value) {
        return given.payload().orElseThrow(() -> mismatch("a case with a payload", value));
    }
}
