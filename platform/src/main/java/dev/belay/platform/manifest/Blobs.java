package dev.belay.platform.manifest;

import dev.belay.platform.spec.Digest;

/** Is given the files that a manifest names. */
@FunctionalInterface
public interface Blobs {
    /** @param bytes not to be changed */
    void put(Digest digest, byte[] bytes);
}
