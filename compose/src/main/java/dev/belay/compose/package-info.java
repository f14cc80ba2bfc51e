/**
 * Composition: components plugged into each other.
 *
 * <p>Takes: component binaries. Gives: {@link dev.belay.compose.Composition}, one component that holds them, unchanged, as
 * nested components, and connects them. Exists so that who writes a component need not know who meets its imports; the
 * result is standard, and no host has to know that it was composed.
 */
@NullMarked
package dev.belay.compose;

import org.jspecify.annotations.NullMarked;
