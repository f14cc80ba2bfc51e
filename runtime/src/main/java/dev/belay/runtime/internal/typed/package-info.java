/**
 * Core functions that can be called with their own types.
 *
 * <p>Takes: the JVM types of a core function's parameters and result. Gives: an abstract class for each such shape, whose
 * one method has just those types, and subclasses that go on by arrays. Exists so that code written for one core module
 * calls functions of others, adapters and the host's without boxes, arrays or casts, while it belongs to its module alone:
 * a call site sees one receiver class in a composition, which the JVM then inlines.
 */
@NullMarked
package dev.belay.runtime.internal.typed;

import org.jspecify.annotations.NullMarked;
