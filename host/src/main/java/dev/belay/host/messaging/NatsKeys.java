package dev.belay.host.messaging;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Any key as one that NATS takes: what it takes no key with is written as {@code =} and two digits for each byte. */
final class NatsKeys {
    private static final char ESCAPE = '=';
    private static final String PLAIN = "-/_";
    private static final int HEX = 16;

    private NatsKeys() {}

    static String encode(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        var text = new StringBuilder();
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xFF);
            if (isPlain(c) || c == '.' && isBetween(bytes, i)) {
                text.append(c);
            } else {
                text.append(ESCAPE).append(Character.forDigit(c / HEX, HEX)).append(Character.forDigit(c % HEX, HEX));
            }
        }
        return text.toString();
    }

    /** A dot at an end, or beside another, is none that NATS takes. */
    private static boolean isBetween(byte[] bytes, int at) {
        return at > 0 && at < bytes.length - 1 && bytes[at - 1] != '.';
    }

    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || PLAIN.indexOf(c) >= 0;
    }

    /** The key that was written so; others may have put keys there that nobody wrote so, which stay as they are. */
    static String decode(String text) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ESCAPE && i + 2 < text.length()) {
                int high = Character.digit(text.charAt(i + 1), HEX);
                int low = Character.digit(text.charAt(i + 2), HEX);
                if (high < 0 || low < 0) {
                    return text;
                }
                bytes.write(high * HEX + low);
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
