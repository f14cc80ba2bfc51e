/**
 * What is desired, and how it came to be.
 *
 * <p>Takes: changes. Gives: the state that they add up to, and those before. Exists so that a host that is killed at any moment comes back with the last
 * change that was accepted, whole.
 */
@NullMarked
package dev.belay.platform.journal;

import org.jspecify.annotations.NullMarked;
