/**
 * Turns at the processors, and room in the heap.
 *
 * <p>Takes: who wants to compute, and how long each did; who wants memory. Gives: to each tenant, when there is not enough for all, a part
 * in proportion to its share, and to each application's instances as much memory as leaves some for others. Exists so that one tenant's load is that tenant's own.
 */
@NullMarked
package dev.belay.platform.fair;

import org.jspecify.annotations.NullMarked;
