package dev.belay.platform.registry;

import dev.belay.platform.spec.Digest;

/**
 * A component out of a registry.
 *
 * @param reference with the digest of its manifest: this very component, whatever becomes of the tag
 * @param digest of the component itself
 * @param bytes not to be changed
 */
public record Fetched(Reference reference, Digest digest, byte[] bytes) {}
