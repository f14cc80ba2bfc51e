/**
 * The canonical ABI as a plain interpreter over type descriptions.
 *
 * <p>Takes: a value in linear memory or as flat core values, and what surrounds the call (memory, realloc, string
 * encoding, handle table). Gives: a Java value, and the reverse. Exists as the reference: it follows the sections
 * "Loading", "Storing", "Flat Lifting" and "Flat Lowering" of {@code design/mvp/CanonicalABI.md} one for one.
 */
@NullMarked
package dev.belay.runtime.internal.abi;

import org.jspecify.annotations.NullMarked;
