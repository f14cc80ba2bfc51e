/**
 * Which application a request is for.
 *
 * <p>Takes: the triggers of all applications. Gives: a table that is never changed, only replaced. Exists so that looking up takes no longer with ten thousand
 * applications than with one.
 */
@NullMarked
package dev.belay.platform.route;

import org.jspecify.annotations.NullMarked;
