/**
 * WASI 0.2 as host interfaces.
 *
 * <p>{@code Wasi.interfaces()} goes to a {@link dev.belay.runtime.Linker}; what an instance is granted is in
 * the {@code WasiContext} given when the instance is made. Without a grant there are no arguments, no
 * environment, no directories, no network, and output goes nowhere.
 */
@NullMarked
package dev.belay.wasi;

import org.jspecify.annotations.NullMarked;
