/**
 * Keys and values in Java's manner.
 *
 * <p>Takes: the bindings of wasi:keyvalue. Gives: {@link dev.belay.guest.keyvalue.KeyValue}, a bucket, with exceptions instead of
 * results. Exists so that the usual case is one line.
 */
@NullMarked
package dev.belay.guest.keyvalue;

import org.jspecify.annotations.NullMarked;
