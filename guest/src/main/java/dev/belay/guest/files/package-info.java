/**
 * Files in Java's manner.
 *
 * <p>Takes: the bindings of wasi:filesystem. Gives: what is in a file. Exists so that a component can have a file of rules
 * beside it, which {@code belay virt --mount} brings, and reads it in one line.
 */
@NullMarked
package dev.belay.guest.files;

import org.jspecify.annotations.NullMarked;
