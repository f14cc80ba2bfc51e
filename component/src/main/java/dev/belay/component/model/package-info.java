/**
 * A component as its binary says it.
 *
 * <p>Takes nothing: these are plain values, made by the decoder or by hand. Gives: an immutable tree that keeps every
 * section, in its order, with byte offsets for messages. Exists so that the decoder, the validator, the planner, the
 * printer and the encoder agree on one form, and so that encoding a decoded component gives it back.
 *
 * <p>Indices are kept as they stand in the binary: nothing here is resolved or known to be valid. Names follow
 * {@code design/mvp/Binary.md} of the Component Model.
 */
@NullMarked
package dev.belay.component.model;

import org.jspecify.annotations.NullMarked;
