package dev.belay.wasi.keyvalue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Numbers that are counted up, as values: decimal digits, as other hosts keep them. */
public final class Numbers {
    private Numbers() {}

    /**
     * @param value what was there
     * @return the sum
     * @throws KeyValueException if there is no number, or the sum is larger than 64 bits have
     */
    public static long sum(String key, Optional<byte[]> value, long delta) {
        long before = value.map(bytes -> parse(key, bytes)).orElse(0L);
        long sum = before + delta;
        if (Long.compareUnsigned(sum, before) < 0) {
            throw new KeyValueException(KeyValueException.Kind.OTHER, "the number at '" + key + "' would be larger than 64 bits have");
        }
        return sum;
    }

    public static byte[] digits(long number) {
        return Long.toUnsignedString(number).getBytes(StandardCharsets.US_ASCII);
    }

    private static long parse(String key, byte[] bytes) {
        try {
            return Long.parseUnsignedLong(new String(bytes, StandardCharsets.ISO_8859_1));
        } catch (NumberFormatException e) {
            throw new KeyValueException(
                    KeyValueException.Kind.OTHER, "expected decimal digits at '" + key + "', found something else", e);
        }
    }
}
