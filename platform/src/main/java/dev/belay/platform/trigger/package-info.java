/**
 * What makes applications run besides requests.
 *
 * <p>Takes: the triggers of all applications. Gives: subscriptions that follow them. Exists so that adding a trigger needs no change to an application.
 */
@NullMarked
package dev.belay.platform.trigger;

import org.jspecify.annotations.NullMarked;
