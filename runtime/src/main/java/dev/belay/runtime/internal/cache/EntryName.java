package dev.belay.runtime.internal.cache;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of an entry: a hash of all that its classes depend on.
 *
 * @param hex 64 digits
 */
public record EntryName(String hex) {
    private static final String SUFFIX = ".classes";
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public EntryName {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("expected 64 hexadecimal digits, found '" + hex + "'");
        }
    }

    /**
     * @param module its hash
     * @param compiler which it is, and its options, as text
     */
    static EntryName of(String module, String compiler) {
        var digest = Hashes.sha256();
        Hashes.update(digest, module, compiler);
        return new EntryName(Hashes.hex(digest.digest()));
    }

    /** The entry that a file's name says it is. */
    static Optional<EntryName> ofFile(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(SUFFIX) && HEX.matcher(name.substring(0, name.length() - SUFFIX.length())).matches()
                ? Optional.of(new EntryName(name.substring(0, name.length() - SUFFIX.length())))
                : Optional.empty();
    }

    String file() {
        return hex + SUFFIX;
    }
}
