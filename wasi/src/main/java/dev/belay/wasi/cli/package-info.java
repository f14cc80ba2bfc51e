/** {@code wasi:cli}: arguments, environment, exit, standard streams, terminals. */
@NullMarked
package dev.belay.wasi.cli;

import org.jspecify.annotations.NullMarked;
