/**
 * WIT, the interface language of the Component Model ({@code design/mvp/WIT.md}).
 *
 * <p>Takes: text, files or directories. Gives: syntax trees ({@link dev.belay.wit.syntax}), packages with every name
 * resolved ({@link dev.belay.wit.resolve}), canonical text ({@link dev.belay.wit.print}). Exists so that people say once
 * what components share. What is wrong with a text is said by {@link dev.belay.wit.error}.
 */
@NullMarked
package dev.belay.wit;

import org.jspecify.annotations.NullMarked;
