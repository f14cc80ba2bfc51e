/**
 * What a platform host is measured by: upgrades under load, many applications, bad neighbours and sudden ends.
 *
 * <p>Takes: the examples' components. Gives: figures, or a failure where a request or a change was lost. Every host is a process
 * of its own; all load is on loopback and bounded.
 */
@NullMarked
package dev.belay.bench.platform;

import org.jspecify.annotations.NullMarked;
