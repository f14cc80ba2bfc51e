package dev.belay.bindings;

/**
 * A Java source.
 *
 * @param path from the root of sources, with slashes: {@code wasmpay/platform/Validation.java}
 */
public record JavaFile(String path, String text) {}
