package dev.belay.guest;

import org.teavm.interop.Address;

/**
 * Text as bytes of UTF-8, and back.
 *
 * <p>Java's own character sets go by buffers and tables that would be a good part of a small component. Text goes straight
 * between memory and characters here; nothing is allocated while an address of an array is at hand, since the collector
 * moves objects.
 */
public final class Utf8 {
    /** What stands for half of a surrogate pair, which UTF-8 has no bytes for: U+FFFD. */
    private static final char REPLACEMENT = 0xFFFD;

    private static final int CONTINUATION = 0x80;

    private Utf8() {}

    public static byte[] encode(String text) {
        byte[] bytes = new byte[length(text)];
        if (bytes.length > 0) {
            write(text, Address.ofData(bytes));
        }
        return bytes;
    }

    /** @throws IllegalArgumentException if they are not UTF-8; the message says which byte, from 1 */
    public static String decode(byte[] bytes) {
        return decode(bytes, true);
    }

    /** Text of bytes that may be anything: U+FFFD stands for each that is wrong. */
    public static String replacing(byte[] bytes) {
        return decode(bytes, false);
    }

    private static String decode(byte[] bytes, boolean strictly) {
        char[] chars = new char[bytes.length];
        return bytes.length == 0 ? "" : text(chars, read(Address.ofData(bytes), bytes.length, chars, strictly));
    }

    /** @throws IllegalArgumentException as {@link #decode} */
    static String read(Address from, int length) {
        char[] chars = new char[length];
        return text(chars, read(from, length, chars, true));
    }

    private static String text(char[] chars, int count) {
        if (count < 0) {
            throw new IllegalArgumentException("byte " + -count + ": not UTF-8");
        }
        return new String(chars, 0, count);
    }

    /** How many bytes a text takes. */
    static int length(String text) {
        int bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                // A surrogate pair is two characters and four bytes, half of one is three.
                bytes += c < 0x800 || isPair(text, i) || i > 0 && isPair(text, i - 1) ? 1 : 2;
            }
        }
        return bytes;
    }

    private static boolean isPair(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i)) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
    }

    /** Writes as many bytes as {@link #length} says. */
    static void write(String text, Address to) {
        for (int i = 0; i < text.length(); i++) {
            int c = text.charAt(i);
            if (c < 0x80) {
                to.putByte((byte) c);
                to = to.add(1);
                continue;
            }
            if (Character.isSurrogate((char) c)) {
                boolean pair = isPair(text, i);
                c = pair ? Character.toCodePoint((char) c, text.charAt(i + 1)) : REPLACEMENT;
                i += pair ? 1 : 0;
            }
            int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
            to.putByte((byte) (0xF80 >> more | c >> 6 * more));
            for (int k = 1; k <= more; k++) {
                to.add(k).putByte((byte) (CONTINUATION | c >> 6 * (more - k) & 0x3F));
            }
            to = to.add(more + 1);
        }
    }

    /** @return how many characters, or, if a byte is wrong, its number from 1, negated */
    private static int read(Address from, int length, char[] into, boolean strictly) {
        int count = 0;
        int at = 0;
        while (at < length) {
            int first = from.add(at).getByte();
            if (first >= 0) {
                into[count++] = (char) first;
                at++;
                continue;
            }
            int more = (first & 0xE0) == 0xC0 ? 1 : (first & 0xF0) == 0xE0 ? 2 : (first & 0xF8) == 0xF0 ? 3 : 0;
            int c = more == 0 || at + more >= length ? -1 : character(from.add(at), more);
            if (c < 0) {
                if (strictly) {
                    return -(at + 1);
                }
                into[count++] = REPLACEMENT;
                at++;
                continue;
            }
            if (more < 3) {
                into[count++] = (char) c;
            } else {
                into[count++] = Character.highSurrogate(c);
                into[count++] = Character.lowSurrogate(c);
            }
            at += more + 1;
        }
        return count;
    }

    /** The character of some more bytes than one; negative if they are none. */
    private static int character(Address at, int more) {
        int c = at.getByte() & 0x3F >> more;
        for (int k = 1; k <= more; k++) {
            int next = at.add(k).getByte();
            if ((next & 0xC0) != CONTINUATION) {
                return -1;
            }
            c = c << 6 | next & 0x3F;
        }
        boolean shortest = switch (more) {
            case 1 -> c >= 0x80;
            case 2 -> c >= 0x800 && (c < 0xD800 || c > 0xDFFF);
            default -> c >= 0x10000 && c <= 0x10FFFF;
        };
        return shortest ? c : -1;
    }
}
