/**
 * What components written in Java run with.
 *
 * <p>Takes: calls of generated code. Gives: memory that the collector leaves alone, strings and bytes moved to and from it,
 * handles, and the types that WIT has and Java has not. Exists so that a component's own sources are plain Java. All of it
 * runs within the component, on one thread, compiled by TeaVM: what is not used does not become part of it.
 */
@NullMarked
package dev.belay.guest;

import org.jspecify.annotations.NullMarked;
