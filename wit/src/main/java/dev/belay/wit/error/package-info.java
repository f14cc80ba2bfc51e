/**
 * What can be wrong with WIT, and how to say it.
 *
 * <p>Takes: the problem that the parser or the resolver met. Gives: an exception that holds it as data (kind, place, what
 * was expected, which names are known), and apart from that its rendering for people. Exists so that tools can act on a
 * problem without reading messages.
 */
@NullMarked
package dev.belay.wit.error;

import org.jspecify.annotations.NullMarked;
