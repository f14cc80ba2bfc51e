/**
 * Glue in Rust: one module of safe types, and stubs.
 *
 * <p>What moves values is a trait, of which a fixed part ({@code abi.rs}) has what is the same for all worlds. Needs {@code alloc}
 * and nothing of the standard library; compiles from Rust 1.63 on.
 */
@NullMarked
package dev.belay.bindings.internal.glue.rust;

import org.jspecify.annotations.NullMarked;
