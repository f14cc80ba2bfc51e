package dev.belay.component.binary;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.model.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the parts that every definition is made of, from one range of a file. Offsets are those of the file. */
final class ByteReader {
    /** Names are short; a megabyte bounds what one definition can make the decoder hold. */
    static final int MAX_NAME_BYTES = 1 << 20;

    private final byte[] bytes;
    private final int end;
    private int at;

    ByteReader(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
    }

    int offset() {
        return at;
    }

    boolean atEnd() {
        return at == end;
    }

    int remaining() {
        return end - at;
    }

    byte[] file() {
        return bytes;
    }

    int u8(String what) {
        if (at >= end) {
            throw malformed(at, "unexpected end: expected " + what);
        }
        return bytes[at++] & 0xff;
    }

    int peek(String what) {
        if (at >= end) {
            throw malformed(at, "unexpected end: expected " + what);
        }
        return bytes[at] & 0xff;
    }

    void expect(int wanted, String what) {
        int offset = at;
        int found = u8(what);
        if (found != wanted) {
            throw malformed(offset, "expected " + what + " (0x%02x), found 0x%02x".formatted(wanted, found));
        }
    }

    /** An unsigned LEB128 of 32 bits. */
    int u32(String what) {
        int start = at;
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            int b = u8(what);
            if (shift == 28 && (b & 0xf0) != 0) {
                throw malformed(start, "integer too large: " + what + " does not fit 32 bits");
            }
            value |= (b & 0x7f) << shift;
            if ((b & 0x80) == 0) {
                return value;
            }
        }
    }

    /** An unsigned LEB128 of 64 bits. */
    long u64(String what) {
        int start = at;
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            int b = u8(what);
            if (shift == 63 && (b & 0xfe) != 0) {
                throw malformed(start, "integer too large: " + what + " does not fit 64 bits");
            }
            value |= (long) (b & 0x7f) << shift;
            if ((b & 0x80) == 0) {
                return value;
            }
        }
    }

    /** A signed LEB128 of 33 bits. */
    long s33(String what) {
        int start = at;
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            int b = u8(what);
            if (shift == 28 && ((b & 0x80) != 0 || ((b & 0x70) != 0 && (b & 0x70) != 0x70))) {
                throw malformed(start, "integer too large: " + what + " does not fit 33 bits");
            }
            value |= (long) (b & 0x7f) << shift;
            if ((b & 0x80) == 0) {
                int used = shift + 7;
                return (b & 0x40) != 0 ? value | -1L << used : value;
            }
        }
    }

    /** An index of a definition: one that no file could hold as many definitions for is left to validation. */
    int index(String what) {
        int start = at;
        int value = u32(what);
        if (value < 0) {
            throw malformed(start, what + " " + Integer.toUnsignedString(value) + " is out of bounds");
        }
        return value;
    }

    String name(String what) {
        int start = at;
        int length = u32("the length of " + what);
        if (length < 0 || length > MAX_NAME_BYTES) {
            throw malformed(start, what + " of " + Integer.toUnsignedString(length) + " bytes is longer than "
                    + MAX_NAME_BYTES);
        }
        if (length > end - at) {
            throw malformed(start, "unexpected end: " + what + " of " + length + " bytes goes past the end");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, at, length))
                    .toString();
            at += length;
            return text;
        } catch (CharacterCodingException e) {
            throw malformed(at, "malformed UTF-8 encoding in " + what);
        }
    }

    Bytes bytes(int length) {
        Bytes range = Bytes.of(bytes, at, length);
        at += length;
        return range;
    }

    Bytes rest() {
        return bytes(end - at);
    }

    /** A count and that many items. The count is checked against what is left, since each item takes a byte at least. */
    <T> List<T> vec(String what, Supplier<T> item) {
        int start = at;
        int count = u32("the number of " + what);
        if (count < 0 || count > end - at) {
            throw malformed(
                    start,
                    "unexpected end: " + Integer.toUnsignedString(count) + " " + what + " do not fit the "
                            + (end - at) + " bytes that are left");
        }
        var items = new ArrayList<T>(Math.min(count, 1024));
        for (int i = 0; i < count; i++) {
            items.add(item.get());
        }
        return items;
    }

    <T> Optional<T> optional(String what, Supplier<T> item) {
        int start = at;
        return switch (u8(what)) {
            case 0x00 -> Optional.empty();
            case 0x01 -> Optional.of(item.get());
            default -> throw malformed(start, "expected 0x00 (no %s) or 0x01, found 0x%02x".formatted(what, bytes[start]));
        };
    }

    boolean flag(String what) {
        int start = at;
        return switch (u8(what)) {
            case 0x00 -> false;
            case 0x01 -> true;
            default -> throw malformed(start, "expected 0x00 or 0x01 for %s, found 0x%02x".formatted(what, bytes[start]));
        };
    }

    InvalidComponentException unknown(int offset, String what) {
        return malformed(offset, "unknown %s 0x%02x".formatted(what, bytes[offset]));
    }

    static InvalidComponentException malformed(int offset, String message) {
        return InvalidComponentException.malformed(offset, message);
    }
}
