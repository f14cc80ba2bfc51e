package dev.belay.bindings.glue;

/**
 * A source.
 *
 * @param name of the file, without a directory
 */
public record SourceFile(String name, String text) {}
