/**
 * WIT text as a tree.
 *
 * <p>Takes: a {@link dev.belay.wit.error.Source}. Gives: an immutable tree that says what stands there, with documentation
 * and gates, nothing looked up ({@link dev.belay.wit.syntax.WitParser}). Exists so that printing and resolving work on one
 * form, which other tools can also make by hand. Two trees are equal if they say the same, wherever they stand.
 */
@NullMarked
package dev.belay.wit.syntax;

import org.jspecify.annotations.NullMarked;
