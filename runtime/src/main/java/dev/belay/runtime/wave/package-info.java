/**
 * WAVE, the text of component values: {@code {name: "x", tags: ["a", "b"], size: some(3)}}.
 *
 * <p>Takes: text and the type it should have, or a Java value of {@link dev.belay.runtime.value} and its type. Gives: the
 * value, or the text. Exists for people: the command line, logs and tests write and read values as WIT would.
 *
 * <p>Two things WAVE leaves open are settled here: a {@code map} is a list of pairs, {@code [("a", 1)]}, and handles,
 * streams and futures have no text.
 */
@NullMarked
package dev.belay.runtime.wave;

import org.jspecify.annotations.NullMarked;
