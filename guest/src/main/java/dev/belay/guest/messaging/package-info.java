/**
 * Messages in Java's manner.
 *
 * <p>Takes: the bindings of the interface. Gives: methods of plain values. Exists so that no component deals with handles.
 */
@NullMarked
package dev.belay.guest.messaging;

import org.jspecify.annotations.NullMarked;
