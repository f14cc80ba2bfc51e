/**
 * Evaluates WAC.
 *
 * <p>Takes: a document, and where packages are. Gives: a {@link dev.belay.compose.internal.graph.Graph}. Exists apart from
 * the syntax because names, types and components come together only here. Interfaces, worlds and types are resolved as WIT
 * first, all of them together with one more world that holds the import statements; then statements are evaluated in order.
 */
@NullMarked
package dev.belay.compose.internal.wac.resolve;

import org.jspecify.annotations.NullMarked;
