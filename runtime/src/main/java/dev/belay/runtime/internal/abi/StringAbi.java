package dev.belay.runtime.internal.abi;

import dev.belay.component.model.CanonOption.StringEncoding;
import dev.belay.component.type.ValueType;

/** Strings: a pointer and a length in code units. */
final class StringAbi extends AbiType {
    static final StringAbi INSTANCE = new StringAbi();

    private StringAbi() {
        super(ValueType.STRING);
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
        long lowered = lower(context, value);
        context.memory().writeInt(address, (int) lowered);
        context.memory().writeInt(address + 4, (int) (lowered >>> 32));
    }

    @Override
    void lower(LowerContext context, Object value, Flat flat) {
        long lowered = lower(context, value);
        flat.putInt((int) lowered);
        flat.putInt((int) (lowered >>> 32));
    }

    private static Object lift(LiftContext context, int address, int taggedUnits) {
        GuestString string = StringLifting.lift(context, address, taggedUnits);
        return context.toGuest() ? string : string.text();
    }

    /** The pointer, and in the high half the (tagged) length. */
    private static long lower(LowerContext context, Object value) {
        return switch (value) {
            case GuestString s -> StringLowering.lower(context, s);
            case String s -> StringLowering.lower(context, fromHost(s, context.encoding()));
            default -> throw mismatch("string", value);
        };
    }

    /** A host's string counts as encoded like the receiver wants it, so that it is allocated once, in its exact size. */
    private static GuestString fromHost(String text, StringEncoding wanted) {
        return switch (wanted) {
            case UTF8 -> new GuestString(text, StringEncoding.UTF8, -1, false);
            case UTF16 -> new GuestString(text, StringEncoding.UTF16, text.length(), false);
            case LATIN1_UTF16 -> new GuestString(
                    text,
                    StringEncoding.LATIN1_UTF16,
                    text.length(),
                    text.chars().anyMatch(c -> c > 0xff));
        };
    }
}
