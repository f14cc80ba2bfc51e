/**
 * What is known of what runs.
 *
 * <p>Takes: how requests ended, and what applications write. Gives: metrics and logs, bounded whatever applications do.
 */
@NullMarked
package dev.belay.platform.observe;

import org.jspecify.annotations.NullMarked;
