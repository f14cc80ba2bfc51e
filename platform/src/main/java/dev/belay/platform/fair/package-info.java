/**
 * Turns at the processors.
 *
 * <p>Takes: who wants to compute, and how long each did. Gives: to each tenant, when there is not enough for all, a part in proportion to
 * its share. Exists so that one tenant's load is that tenant's own.
 */
@NullMarked
package dev.belay.platform.fair;

import org.jspecify.annotations.NullMarked;
