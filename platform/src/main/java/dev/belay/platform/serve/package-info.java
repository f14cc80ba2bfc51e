/**
 * Applications that answer.
 *
 * <p>Takes: a revision that fits. Gives: something that requests can be sent to, with what it is granted and no more. Exists so that an
 * application is one object, whatever serves it now.
 */
@NullMarked
package dev.belay.platform.serve;

import org.jspecify.annotations.NullMarked;
