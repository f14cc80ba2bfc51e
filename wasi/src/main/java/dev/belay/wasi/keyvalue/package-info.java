/**
 * {@code wasi:keyvalue} 0.2.0-draft: buckets of keys and values.
 *
 * <p>Takes: a {@link dev.belay.wasi.keyvalue.KeyValueStore} and the names of the buckets that an instance may open. Gives: the
 * interfaces {@code store}, {@code atomics} and {@code batch}, and a store within the process. Exists so that what a guest may
 * open, and how large a key, a value or an answer is, is decided in one place, whoever keeps the bytes.
 */
@NullMarked
package dev.belay.wasi.keyvalue;

import org.jspecify.annotations.NullMarked;
