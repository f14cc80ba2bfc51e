package dev.belay.runtime.internal.cache;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** Hashes that name things, and checksums that find damage. */
public final class Hashes {
    private static final String ALGORITHM = "SHA-256";

    private Hashes() {}

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance(ALGORITHM);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, e);
        }
    }

    /** Texts, each with an end that no text has within it. */
    public static void update(MessageDigest digest, String... texts) {
        for (String text : texts) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
    }

    public static String hex(byte... bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static int checksum(byte[] bytes, int offset, int length) {
        var sum = new CRC32C();
        sum.update(bytes, offset, length);
        return (int) sum.getValue();
    }
}
