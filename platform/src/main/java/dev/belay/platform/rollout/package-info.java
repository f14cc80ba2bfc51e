/**
 * From what is desired to what runs.
 *
 * <p>Takes: a manifest, or an operator's wish. Gives: a plan of what would change, and the change, without losing a request. Exists so that a failure in any step
 * leaves what served before.
 */
@NullMarked
package dev.belay.platform.rollout;

import org.jspecify.annotations.NullMarked;
