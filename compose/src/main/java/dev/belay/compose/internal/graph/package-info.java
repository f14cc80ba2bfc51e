/**
 * Compositions as graphs: components that are instantiated one after the other, each with values for its imports.
 *
 * <p>Takes: which component is instantiated with what, step by step. Gives: the types of everything in terms of each other,
 * checked at each step, and in the end the component. Exists because plugging and the composition language differ only in
 * how they say what is connected.
 */
@NullMarked
package dev.belay.compose.internal.graph;

import org.jspecify.annotations.NullMarked;
