/**
 * Linear memory.
 *
 * <p>Takes: sizes and, for a module seen before, the image its data segments leave. Gives: memories whose pages are
 * shared until written. Exists so that a fresh instance costs as much as it touches, and so that every engine and the
 * canonical ABI use one class.
 */
@NullMarked
package dev.belay.runtime.internal.memory;

import org.jspecify.annotations.NullMarked;
