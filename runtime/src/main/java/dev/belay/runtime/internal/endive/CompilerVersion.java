package dev.belay.runtime.internal.endive;

import dev.belay.runtime.internal.cache.Hashes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;
import run.endive.wasm.Parser;

/**
 * Which compiler this is: a hash of this module's classes. Any change to them makes it another, so that nobody has to remember
 * to count a number up when what the compiler writes, or what is called by it, changes.
 */
final class CompilerVersion {
    private static final String CLASSES = "dev/belay/runtime/";

    private CompilerVersion() {}

    private static final class Known {
        static final String HEX = compute();
    }

    static String current() {
        return Known.HEX;
    }

    private static String compute() {
        try {
            Path home = home(CompilerVersion.class);
            var sums = Files.isDirectory(home) ? ofDirectory(home) : ofJar(home);
            MessageDigest digest = Hashes.sha256();
            sums.forEach((name, sum) -> Hashes.update(digest, name, sum));
            // The parser decides what is valid, and what instructions mean.
            Hashes.update(digest, String.valueOf(home(Parser.class).getFileName()));
            Hashes.update(digest, String.valueOf(Runtime.version().feature()));
            return Hashes.hex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path home(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of " + type + " is no file: " + e, e);
        }
    }

    /** A jar has a checksum of each file in its table of contents: nothing is unpacked. */
    private static TreeMap<String, String> ofJar(Path jar) throws IOException {
        var sums = new TreeMap<String, String>();
        try (var zip = new ZipFile(jar.toFile())) {
            zip.stream()
                    .filter(entry -> entry.getName().startsWith(CLASSES) && !entry.isDirectory())
                    .forEach(entry -> sums.put(entry.getName(), entry.getCrc() + ":" + entry.getSize()));
        }
        return sums;
    }

    private static TreeMap<String, String> ofDirectory(Path root) throws IOException {
        var sums = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(root.resolve(CLASSES))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                var sum = new CRC32();
                sum.update(bytes);
                sums.put(root.relativize(file).toString(), sum.getValue() + ":" + bytes.length);
            }
        }
        return sums;
    }
}
