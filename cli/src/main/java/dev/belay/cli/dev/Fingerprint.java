package dev.belay.cli.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/**
 * What tells whether a file's content has changed. One that is written anew as it was has not.
 *
 * @param settled whether the file was old enough when it was looked at that a later change has another time
 */
record Fingerprint(long size, Instant modified, boolean settled, String content) {
    /** Sources are smaller; of what is larger, size and time have to do. */
    private static final long MAX_READ = 16 << 20;
    /** File systems keep times to two seconds at worst. */
    private static final Duration COARSE = Duration.ofSeconds(2);

    /** @param before what it was when it was looked at last, which saves reading it */
    static Fingerprint of(Path file, BasicFileAttributes found, Fingerprint before) throws IOException {
        Instant modified = found.lastModifiedTime().toInstant();
        return before.settled() && before.size() == found.size() && before.modified().equals(modified)
                ? before
                : of(file, found);
    }

    static Fingerprint of(Path file, BasicFileAttributes found) throws IOException {
        Instant modified = found.lastModifiedTime().toInstant();
        boolean settled = modified.plus(COARSE).isBefore(Instant.now());
        String content = found.size() > MAX_READ ? modified.toString() : digest(Files.readAllBytes(file));
        return new Fingerprint(found.size(), modified, settled, content);
    }

    boolean sameContent(Fingerprint other) {
        return size == other.size && content.equals(other.content);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
