/**
 * What can be done to a request on its way.
 *
 * <p>Takes: requests and responses as they pass. Gives: them held back, copied, counted or refused. Exists so that an application that asks for none of it
 pays nothing.
 */
@NullMarked
package dev.belay.platform.shape;

import org.jspecify.annotations.NullMarked;
