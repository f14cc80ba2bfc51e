/** WIT: {@code text → syntax → resolve}. */
@NullMarked
package dev.belay.wit;

import org.jspecify.annotations.NullMarked;
