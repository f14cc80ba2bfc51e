package dev.belay.platform.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.belay.component.model.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of some bytes: their name in the store.
 *
 * @param hex 64 digits in lower case
 */
public record Digest(@JsonValue String hex) implements Comparable<Digest> {
    private static final int DIGITS = 64;
    private static final int SHORT = 12;

    /**
     * @throws IllegalArgumentException if it is none
     */
    @JsonCreator
    public Digest {
        if (!isHex(hex)) {
            throw new IllegalArgumentException("expected 64 digits of a SHA-256, found '" + hex + "'");
        }
    }

    /** A manifest of many applications has thousands: no pattern is made for each. */
    private static boolean isHex(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return text.length() == DIGITS;
    }

    public static Digest of(byte[] bytes) {
        return new Digest(HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    public static Digest of(Bytes bytes) {
        MessageDigest sha256 = sha256();
        sha256.update(bytes.array(), bytes.offset(), bytes.size());
        return new Digest(HexFormat.of().formatHex(sha256.digest()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /** Enough of it for people to tell two apart. */
    public String brief() {
        return hex.substring(0, SHORT);
    }

    @Override
    public int compareTo(Digest other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
