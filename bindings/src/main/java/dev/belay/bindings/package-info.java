/**
 * Java sources of WIT.
 *
 * <p>Takes: a world. Gives: the sources of Java types for it, either for a component that is written in Java (with what
 * moves values to and from its memory) or for a host that embeds one. Exists so that both sides write plain Java, with the
 * same names and types.
 */
@NullMarked
package dev.belay.bindings;

import org.jspecify.annotations.NullMarked;
