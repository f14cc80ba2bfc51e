/**
 * Glue between components written in C, Rust, Zig or AssemblyScript and the canonical ABI.
 *
 * <p>Takes: a world. Gives: sources in one of these languages, with types for the world's, functions to call, functions to
 * implement, and what moves values between the two and core functions; and stubs of what there is to implement. Exists so that
 * a component needs its language's compiler and nothing else.
 */
@NullMarked
package dev.belay.bindings.glue;

import org.jspecify.annotations.NullMarked;
