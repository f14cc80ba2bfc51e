/**
 * The seam to a core WebAssembly engine.
 *
 * <p>Takes: core module bytes, and imports as functions, memories, tables and globals. Gives: core instances whose
 * exports can be called and handed to other instances. Exists so that the interpreter in use and a compiler to come
 * stand behind one form, and so that nothing else knows which it is.
 */
@NullMarked
package dev.belay.runtime.internal.core;

import org.jspecify.annotations.NullMarked;
