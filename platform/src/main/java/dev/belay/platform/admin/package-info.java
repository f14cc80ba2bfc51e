/**
 * What operators ask, over HTTP.
 *
 * <p>Takes: requests with a token. Gives: the state of the platform, and changes to it. Exists so that commands work against a running host.
 */
@NullMarked
package dev.belay.platform.admin;

import org.jspecify.annotations.NullMarked;
