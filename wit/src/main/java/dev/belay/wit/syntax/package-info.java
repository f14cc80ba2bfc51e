/**
 * WIT text as a tree.
 *
 * <p>Takes: a {@link dev.belay.wit.Source}. Gives: its {@link dev.belay.wit.syntax.Ast}, with spans and documentation, names
 * as they stand. Exists so that resolving and printing need no text. Follows the grammar of {@code design/mvp/WIT.md}.
 */
@NullMarked
package dev.belay.wit.syntax;

import org.jspecify.annotations.NullMarked;
