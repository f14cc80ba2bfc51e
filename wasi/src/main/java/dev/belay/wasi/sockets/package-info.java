/** {@code wasi:sockets}: there, so that programs link, and denied. */
@NullMarked
package dev.belay.wasi.sockets;

import org.jspecify.annotations.NullMarked;
