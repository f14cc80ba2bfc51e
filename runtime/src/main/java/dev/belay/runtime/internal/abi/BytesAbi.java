package dev.belay.runtime.internal.abi;

import dev.belay.component.type.ValueType;
import java.util.List;

/** {@code list<u8>}, moved as a whole. */
final class BytesAbi extends AbiType {
    static final BytesAbi INSTANCE = new BytesAbi();

    private BytesAbi() {
        super(new ValueType.ListOf(ValueType.U8));
    }

    @Override
    Object load(LiftContext context, int address) {
        var memory = context.memory();
        return lift(context, memory.readInt(address), memory.readInt(address + 4));
    }

    @Override
    Object lift(LiftContext context, Flat flat) {
        int address = flat.nextInt();
        return lift(context, address, flat.nextInt());
    }

    @Override
    void store(LowerContext context, Object value, int address) {
        byte[] bytes = bytes(value);
        int at = write(context, bytes);
        context.memory().writeInt(address, at);
        context.memory().writeInt(address + 4, bytes.length);
    }

    @Override
    void lower(LowerContext context, Object value, Flat flat) {
        byte[] bytes = bytes(value);
        flat.putInt(write(context, bytes));
        flat.putInt(bytes.length);
    }

    private static Object lift(LiftContext context, int address, int length) {
        long bytes = Integer.toUnsignedLong(length);
        Ranges.checkList(context.memory(), address, bytes, 1);
        context.count(bytes);
        return context.memory().read(address, length);
    }

    private static int write(LowerContext context, byte[] bytes) {
        int at = context.allocate(1, bytes.length);
        context.memory().write(at, bytes, 0, bytes.length);
        return at;
    }

    private static byte[] bytes(Object value) {
        return switch (value) {
            case byte[] bytes -> bytes;
            case List<?> list -> {
                byte[] bytes = new byte[list.size()];
                for (int i = 0; i < bytes.length; i++) {
                    if (!(list.get(i) instanceof Number n) || n.longValue() < 0 || n.longValue() > 255) {
                        throw mismatch("a list of numbers from 0 to 255", value);
                    }
                    bytes[i] = n.byteValue();
                }
                yield bytes;
            }
            default -> throw mismatch("byte[] or a list of numbers from 0 to 255", value);
        };
    }
}
