/**
 * Calls from component to component.
 *
 * <p>Takes: a function type, and the two ends of the call: their memories, {@code realloc}s and string encodings. Gives: a
 * core function for the caller to import that moves the parameters straight from one memory to the other, calls, and moves
 * the result back ({@code canon_lower} after {@code canon_lift}). Exists so that a call between composed parts makes no
 * objects: for each function type a class is written, which all compositions share.
 */
@NullMarked
package dev.belay.runtime.internal.fuse;

import org.jspecify.annotations.NullMarked;
