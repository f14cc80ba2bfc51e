/**
 * Compositions of applications with their harnesses.
 *
 * <p>Takes: what a revision is made of. Gives: one component that the host can run, or why it does not fit. Exists so that all of that is known before
 * anything serves.
 */
@NullMarked
package dev.belay.platform.fit;

import org.jspecify.annotations.NullMarked;
