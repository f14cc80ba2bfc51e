/**
 * {@code wasi:logging}: what guests log.
 *
 * <p>Takes: a level, a context and a message. Gives: the same, fit for a line, to the instance's {@link
 * dev.belay.wasi.logging.LogState}. Exists so that a line of a guest cannot look like several.
 */
@NullMarked
package dev.belay.wasi.logging;

import org.jspecify.annotations.NullMarked;
