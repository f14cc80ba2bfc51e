/** {@code wasi:clocks}. Clocks can be replaced in the {@link dev.belay.wasi.WasiContext}. */
@NullMarked
package dev.belay.wasi.clocks;

import org.jspecify.annotations.NullMarked;
