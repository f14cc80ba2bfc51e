package dev.belay.runtime.internal.memory;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Looks at UTF-8 where it lies in a memory: eight bytes at a time while they are ASCII. */
public final class Utf8 {
    private static final long NOT_ASCII = 0x8080_8080_8080_8080L;

    private Utf8() {}

    /** @param address of {@code length} bytes that are within the memory */
    public static boolean isValid(LinearMemory memory, int address, int length) {
        byte[] bytes = memory.readable(address, length);
        return bytes != null && isAscii(bytes, memory.within(address), length) || isValidByByte(memory, address, length);
    }

    /** The text at {@code address}, whose {@code length} bytes are within the memory; null if it is not UTF-8. */
    public static @Nullable String read(LinearMemory memory, int address, int length) {
        byte[] bytes = memory.readable(address, length);
        String text = bytes != null
                ? new String(bytes, memory.within(address), length, StandardCharsets.UTF_8)
                : new String(memory.read(address, length), StandardCharsets.UTF_8);
        // What is wrong is replaced; only a text that has the replacement has to be looked at.
        return text.indexOf('\ufffd') < 0 || isValidByByte(memory, address, length) ? text : null;
    }

    private static boolean isAscii(byte[] bytes, int start, int length) {
        if (length > 16) {
            return isAsciiByLongs(bytes, start, start + length - 8);
        }
        // no loop: the second part may lie over the first
        if (length >= 8) {
            return ((Spans.getLong(bytes, start) | Spans.getLong(bytes, start + length - 8)) & NOT_ASCII) == 0;
        }
        if (length >= 4) {
            return ((Spans.getInt(bytes, start) | Spans.getInt(bytes, start + length - 4)) & (int) NOT_ASCII) == 0;
        }
        return length <= 0 || (bytes[start] | bytes[start + (length >> 1)] | bytes[start + length - 1]) >= 0;
    }

    private static boolean isAsciiByLongs(byte[] bytes, int start, int last) {
        long seen = Spans.getLong(bytes, last);
        for (int at = start; at < last; at += 8) {
            seen |= Spans.getLong(bytes, at);
        }
        return (seen & NOT_ASCII) == 0;
    }

    private static boolean isValidByByte(LinearMemory memory, int address, int length) {
        int end = address + length;
        int at = address;
        while (at < end) {
            if (end - at >= 8 && (memory.readLong(at) & NOT_ASCII) == 0) {
                at += 8;
                continue;
            }
            int lead = memory.readByte(at);
            int more = lead >= 0 ? 0 : continuation(lead);
            if (more < 0 || end - at <= more || !continues(memory, at, lead, more)) {
                return false;
            }
            at += more + 1;
        }
        return true;
    }

    /** Bytes that follow a first one that is not ASCII; -1 if there is no such first byte. */
    private static int continuation(int lead) {
        int bits = lead & 0xff;
        return bits >= 0xc2 && bits <= 0xdf ? 1 : bits >= 0xe0 && bits <= 0xef ? 2 : bits >= 0xf0 && bits <= 0xf4 ? 3 : -1;
    }

    private static boolean continues(LinearMemory memory, int at, int lead, int more) {
        for (int i = 1; i <= more; i++) {
            if ((memory.readByte(at + i) & 0xc0) != 0x80) {
                return false;
            }
        }
        int second = more > 0 ? memory.readByte(at + 1) & 0xff : 0;
        return switch (lead & 0xff) {
            case 0xe0 -> second >= 0xa0; // otherwise two bytes would do
            case 0xed -> second <= 0x9f; // otherwise half a surrogate pair
            case 0xf0 -> second >= 0x90; // otherwise three bytes would do
            case 0xf4 -> second <= 0x8f; // otherwise past the last character
            default -> true;
        };
    }
}
