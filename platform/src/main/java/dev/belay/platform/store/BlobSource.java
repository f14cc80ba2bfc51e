package dev.belay.platform.store;

import dev.belay.platform.spec.Digest;
import java.util.Map;
import java.util.Objects;

/** Where bytes are found by their digest. */
@FunctionalInterface
public interface BlobSource {
    /** @return not to be changed */
    byte[] get(Digest digest);

    /** Those of a map; to ask for another is a defect. */
    static BlobSource of(Map<Digest, byte[]> bytes) {
        return digest -> Objects.requireNonNull(bytes.get(digest), () -> "no bytes of " + digest);
    }
}
