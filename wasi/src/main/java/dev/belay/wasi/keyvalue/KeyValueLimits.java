package dev.belay.wasi.keyvalue;

/**
 * How much a bucket takes.
 *
 * @param keys in one bucket
 * @param bytes of all keys and values of one bucket
 * @param keyBytes of one key, in UTF-8
 * @param valueBytes of one value
 */
public record KeyValueLimits(int keys, long bytes, int keyBytes, int valueBytes) {
    public KeyValueLimits {
        if (keys < 1 || bytes < 1 || keyBytes < 1 || valueBytes < 1) {
            throw new IllegalArgumentException(
                    "expected limits of 1 or more, found " + keys + ", " + bytes + ", " + keyBytes + ", " + valueBytes);
        }
    }

    /** 10,000 keys and 16 MiB; a key of 1 KiB, which NATS takes however it has to be written, and a value of 1 MiB. */
    public static KeyValueLimits defaults() {
        return new KeyValueLimits(10_000, 16 << 20, 1 << 10, 1 << 20);
    }
}
