package dev.belay.platform.spec;

/**
 * Bytes that something is made of.
 *
 * @param label what people call them: the path of the file they came from
 */
public record Part(String label, Digest digest) {}
