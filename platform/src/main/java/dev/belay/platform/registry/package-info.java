/**
 * Components in OCI registries.
 *
 * <p>Takes: a reference such as {@code oci://registry.example.com/bank:1.2}. Gives: the component's bytes, checked by their digests; or puts a component
 * there, in the Wasm OCI artifact layout that other tools read. Exists so that a manifest can name what it runs without a file beside it. A registry
 * is somebody else's: sizes, time and redirects are bounded, and it gets no credentials but its own.
 */
@NullMarked
package dev.belay.platform.registry;

import org.jspecify.annotations.NullMarked;
