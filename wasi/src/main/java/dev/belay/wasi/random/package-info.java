/** {@code wasi:random}. The source can be replaced in the {@link dev.belay.wasi.WasiContext}. */
@NullMarked
package dev.belay.wasi.random;

import org.jspecify.annotations.NullMarked;
