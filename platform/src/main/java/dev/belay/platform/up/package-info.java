/**
 * A host: all of it, started and stopped in order.
 *
 * <p>Takes: a manifest's file. Gives: servers for requests and operators, and the applications that were applied last.
 */
@NullMarked
package dev.belay.platform.up;

import org.jspecify.annotations.NullMarked;
