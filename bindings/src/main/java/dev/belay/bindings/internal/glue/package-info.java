/**
 * What glue does, in no language: which types and functions there are, and where in memory each flat value lies.
 *
 * <p>Takes: a world. Gives: its parts with resolved types, and for every function the plan of its call. Exists so that each
 * language has to say only how it writes that. Values of more than one flat part are always lifted from memory and lowered to it,
 * as in the bindings for Java, so that there is one way to do either.
 */
@NullMarked
package dev.belay.bindings.internal.glue;

import org.jspecify.annotations.NullMarked;
