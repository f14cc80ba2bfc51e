/**
 * What a command line has for a component.
 *
 * <p>Takes: the bindings of wasi:cli. Gives: variables, and lines to standard error. Exists so that no component deals with
 * handles.
 */
@NullMarked
package dev.belay.guest.cli;

import org.jspecify.annotations.NullMarked;
