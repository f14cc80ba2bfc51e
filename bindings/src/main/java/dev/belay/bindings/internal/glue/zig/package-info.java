/**
 * Glue in Zig: one module, and stubs.
 *
 * <p>Extern structs of Zig lie in memory as the canonical ABI has its values, which the module asserts: what lies in memory is
 * neither lifted nor lowered. What a component implements is found in its root file, by the names of the module.
 */
@NullMarked
package dev.belay.bindings.internal.glue.zig;

import org.jspecify.annotations.NullMarked;
