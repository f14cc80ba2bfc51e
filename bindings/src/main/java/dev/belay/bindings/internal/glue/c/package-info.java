/**
 * Glue in C: a header, a source, and stubs.
 *
 * <p>Structures of C lie in memory as the canonical ABI has its values, which the source asserts: what lies in memory is
 * neither lifted nor lowered.
 */
@NullMarked
package dev.belay.bindings.internal.glue.c;

import org.jspecify.annotations.NullMarked;
