/**
 * What a host need not keep any more.
 *
 * <p>Takes: a platform and its directory. Gives: what is kept there and why, and less of it. Exists so that a host that is changed for
 * years fills neither its disk nor its memory.
 */
@NullMarked
package dev.belay.platform.cleanup;

import org.jspecify.annotations.NullMarked;
