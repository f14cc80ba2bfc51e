package dev.belay.compose.internal.wac.syntax;

import dev.belay.wit.error.Span;

/**
 * The name of an import, export or argument.
 *
 * @param quoted whether it is a string, which is meant to the letter
 */
public record Label(String text, boolean quoted, Span span) {}
