package dev.belay.build.create;

/**
 * A file of a project.
 *
 * @param path from the project's directory, with slashes
 */
public record ProjectFile(String path, String text, boolean executable) {}
