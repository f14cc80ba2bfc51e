package dev.belay.runtime.internal.abi;

import dev.belay.component.model.CanonOption.StringEncoding;
import java.nio.charset.StandardCharsets;

/**
 * {@code store_string_into_range}: writes a string and gives its pointer, with the (tagged) length in the high half. The
 * receiver's {@code realloc} is called with just the sizes that the specification says, since a guest can see them.
 */
public final class StringLowering {
    private StringLowering() {}

    static long lower(LowerContext context, GuestString string) {
        return switch (context.encoding()) {
            case UTF8 -> toUtf8(context, string);
            case UTF16 -> toUtf16(context, string);
            case LATIN1_UTF16 -> toLatin1OrUtf16(context, string);
        };
    }

    private static long toUtf8(LowerContext context, GuestString string) {
        byte[] encoded = string.text().getBytes(StandardCharsets.UTF_8);
        requireWellFormed(string.text(), encoded);
        if (string.encoding() == StringEncoding.UTF8) {
            return copy(context, encoded, 1, encoded.length);
        }
        int units = string.codeUnits();
        int address = context.allocate(1, units);
        if (encoded.length > units || !isAscii(encoded)) {
            boolean latin1 = string.encoding() == StringEncoding.LATIN1_UTF16 && !string.wide();
            long worst = (long) units * (latin1 ? 2 : 3);
            address = context.reallocate(address, units, 1, worst);
            if (worst > encoded.length) {
                address = context.reallocate(address, worst, 1, encoded.length);
            }
        }
        context.memory().write(address, encoded, 0, encoded.length);
        return pack(address, encoded.length);
    }

    private static long toUtf16(LowerContext context, GuestString string) {
        byte[] encoded = utf16(string);
        if (string.encoding() != StringEncoding.UTF8) {
            return copy(context, encoded, 2, encoded.length / 2);
        }
        long worst = 2L * string.codeUnits();
        int address = context.allocate(2, worst);
        if (encoded.length < worst) {
            address = context.reallocate(address, worst, 2, encoded.length);
        }
        context.memory().write(address, encoded, 0, encoded.length);
        return pack(address, encoded.length / 2);
    }

    private static long toLatin1OrUtf16(LowerContext context, GuestString string) {
        if (string.encoding() == StringEncoding.LATIN1_UTF16) {
            return string.wide() ? probablyUtf16(context, string) : latin1Copy(context, string.text());
        }
        int units = string.codeUnits();
        int address = context.allocate(2, units);
        String text = string.text();
        if (text.chars().allMatch(c -> c <= 0xff)) {
            byte[] encoded = text.getBytes(StandardCharsets.ISO_8859_1);
            if (encoded.length < units) {
                address = context.reallocate(address, units, 2, encoded.length);
            }
            context.memory().write(address, encoded, 0, encoded.length);
            return pack(address, encoded.length);
        }
        byte[] encoded = utf16(string);
        long worst = 2L * units;
        address = context.reallocate(address, units, 2, worst);
        if (worst > encoded.length) {
            address = context.reallocate(address, worst, 2, encoded.length);
        }
        context.memory().write(address, encoded, 0, encoded.length);
        return pack(address, encoded.length / 2 | StringLifting.UTF16_TAG);
    }

    private static long latin1Copy(LowerContext context, String text) {
        byte[] encoded = text.getBytes(StandardCharsets.ISO_8859_1);
        return copy(context, encoded, 2, encoded.length);
    }

    private static long probablyUtf16(LowerContext context, GuestString string) {
        byte[] encoded = utf16(string);
        int address = context.allocate(2, encoded.length);
        if (string.text().chars().anyMatch(c -> c > 0xff)) {
            context.memory().write(address, encoded, 0, encoded.length);
            return pack(address, encoded.length / 2 | StringLifting.UTF16_TAG);
        }
        byte[] narrow = string.text().getBytes(StandardCharsets.ISO_8859_1);
        address = context.reallocate(address, encoded.length, 1, narrow.length);
        context.memory().write(address, narrow, 0, narrow.length);
        return pack(address, narrow.length);
    }

    private static long copy(LowerContext context, byte[] encoded, int alignment, int units) {
        int address = context.allocate(alignment, encoded.length);
        context.memory().write(address, encoded, 0, encoded.length);
        return pack(address, units);
    }

    private static byte[] utf16(GuestString string) {
        byte[] encoded = string.text().getBytes(StandardCharsets.UTF_16LE);
        requireWellFormed(string.text(), encoded);
        return encoded;
    }

    /**
     * Java encodes half a surrogate pair as a question mark; a guest's strings never have one, a host's may.
     *
     * @throws IllegalArgumentException if {@code text} has one
     */
    public static void requireWellFormed(String text, byte[] encoded) {
        if (text.length() == encoded.length && !hasQuestionMark(encoded)) {
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    throw new IllegalArgumentException(
                            "expected a string of Unicode scalar values, found half a surrogate pair at index " + i);
                }
                i++;
            }
        }
    }

    private static boolean hasQuestionMark(byte[] encoded) {
        for (byte b : encoded) {
            if (b == '?') {
                return true;
            }
        }
        return false;
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static long pack(int address, int taggedUnits) {
        return Integer.toUnsignedLong(address) | (long) taggedUnits << 32;
    }
}
