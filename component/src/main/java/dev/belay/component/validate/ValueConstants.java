package dev.belay.component.validate;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.model.Bytes;
import dev.belay.component.type.ValueType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Checks that the bytes of a value definition are a value of its type ({@code val(t)} of {@code design/mvp/Binary.md}). */
final class ValueConstants {
    private static final int F32_NAN = 0x7fc00000;
    private static final long F64_NAN = 0x7ff8000000000000L;

    private final Bytes data;
    private final int offset;
    private int at;

    private ValueConstants(Bytes data, int offset) {
        this.data = data;
        this.offset = offset;
    }

    static void check(ValueType type, Bytes data, int offset) {
        var reader = new ValueConstants(data, offset);
        reader.value(type);
        if (reader.at != data.size()) {
            throw reader.invalid("has " + (data.size() - reader.at) + " bytes too many");
        }
    }

    private void value(ValueType type) {
        switch (type) {
            case ValueType.Prim t -> primitive(t);
            case ValueType.Record t -> t.fields().forEach(field -> value(field.type()));
            case ValueType.Variant t -> {
                int index = discriminant(t.cases().size());
                t.cases().get(index).type().ifPresent(this::value);
            }
            case ValueType.ListOf t -> elements(t.element(), u32());
            case ValueType.FixedList t -> elements(t.element(), t.length());
            case ValueType.Tuple t -> t.types().forEach(this::value);
            case ValueType.Flags t -> skip((t.labels().size() + 7) / 8);
            case ValueType.Enum t -> discriminant(t.labels().size());
            case ValueType.Option t -> oneOf(Optional.empty(), Optional.of(t.type()));
            case ValueType.Result t -> oneOf(t.ok(), t.error());
            case ValueType.MapOf t -> elements(new ValueType.Tuple(List.of(t.key(), t.value())), u32());
            case ValueType.Own _, ValueType.Borrow _, ValueType.Stream _, ValueType.Future _ ->
                throw invalid("is of a type that has no constants");
        }
    }

    private void primitive(ValueType.Prim type) {
        switch (type.primitive()) {
            case BOOL -> {
                if ((u8() & ~1) != 0) {
                    throw invalid("has a bool that is neither 0 nor 1");
                }
            }
            case S8, U8 -> skip(1);
            case S16, U16, S32, U32, S64, U64 -> leb(type);
            case F32 -> {
                int bits = Integer.reverseBytes(ByteBuffer.wrap(take(4)).getInt());
                if (Float.isNaN(Float.intBitsToFloat(bits)) && bits != F32_NAN) {
                    throw invalid("has a NaN that is not the canonical one");
                }
            }
            case F64 -> {
                long bits = Long.reverseBytes(ByteBuffer.wrap(take(8)).getLong());
                if (Double.isNaN(Double.longBitsToDouble(bits)) && bits != F64_NAN) {
                    throw invalid("has a NaN that is not the canonical one");
                }
            }
            case CHAR -> character();
            case STRING -> utf8(take(u32()));
            case ERROR_CONTEXT -> throw invalid("is of a type that has no constants");
        }
    }

    private void oneOf(Optional<ValueType> zero, Optional<ValueType> one) {
        switch (u8()) {
            case 0 -> zero.ifPresent(this::value);
            case 1 -> one.ifPresent(this::value);
            default -> throw invalid("has a case that is neither 0 nor 1");
        }
    }

    private void elements(ValueType element, int count) {
        for (int i = 0; i != count; i++) {
            // Every value takes a byte at least, so that this ends with the data.
            value(element);
        }
    }

    private int discriminant(int cases) {
        int index = u32();
        if (index < 0 || index >= cases) {
            throw invalid("has case " + Integer.toUnsignedString(index) + " of " + cases);
        }
        return index;
    }

    private void character() {
        int first = u8();
        int more = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
        byte[] bytes = new byte[more + 1];
        bytes[0] = (byte) first;
        for (int i = 1; i <= more; i++) {
            bytes[i] = (byte) u8();
        }
        utf8(bytes);
    }

    private void utf8(byte[] bytes) {
        try {
            var _ = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw invalid("has text that is not UTF-8");
        }
    }

    private void leb(ValueType.Prim type) {
        int bits = switch (type.primitive()) {
            case S16, U16 -> 16;
            case S32, U32 -> 32;
            default -> 64;
        };
        int most = (bits + 6) / 7;
        for (int i = 0; i < most; i++) {
            if ((u8() & 0x80) == 0) {
                return;
            }
        }
        throw invalid("has an integer of too many bytes");
    }

    private int u32() {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int b = u8();
            value |= (b & 0x7f) << shift;
            if ((b & 0x80) == 0) {
                return value;
            }
        }
        throw invalid("has an integer of too many bytes");
    }

    private int u8() {
        if (at >= data.size()) {
            throw invalid("ends too early");
        }
        return data.get(at++) & 0xff;
    }

    private void skip(int bytes) {
        if (bytes < 0 || bytes > data.size() - at) {
            throw invalid("ends too early");
        }
        at += bytes;
    }

    private byte[] take(int bytes) {
        int from = at;
        skip(bytes);
        return data.slice(from, bytes).toByteArray();
    }

    private InvalidComponentException invalid(String problem) {
        return InvalidComponentException.invalid(offset, "the value " + problem);
    }
}
