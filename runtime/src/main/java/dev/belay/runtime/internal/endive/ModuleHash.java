package dev.belay.runtime.internal.endive;

import dev.belay.component.model.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A module's SHA-256, in hexadecimal digits. */
record ModuleHash(String hex) {
    private static final String ALGORITHM = "SHA-256";

    static ModuleHash of(Bytes module) {
        try {
            var digest = MessageDigest.getInstance(ALGORITHM);
            digest.update(module.array(), module.offset(), module.size());
            return new ModuleHash(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, e);
        }
    }
}
