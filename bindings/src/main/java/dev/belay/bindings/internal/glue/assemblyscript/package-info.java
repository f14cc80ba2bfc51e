/**
 * Glue in AssemblyScript: a module of types and functions, one that exports what is implemented, a transform that gives exports
 * their names, and stubs.
 *
 * <p>Values are lifted from memory to objects and lowered from them, by a function of each type. What is lowered stays until the
 * caller has read it.
 */
@NullMarked
package dev.belay.bindings.internal.glue.assemblyscript;

import org.jspecify.annotations.NullMarked;
