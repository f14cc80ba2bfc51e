/**
 * A log in Java's manner.
 *
 * <p>Takes: the bindings of wasi:logging. Gives: {@link dev.belay.guest.logging.Log}. Exists so that what is not logged is not
 * worded either.
 */
@NullMarked
package dev.belay.guest.logging;

import org.jspecify.annotations.NullMarked;
