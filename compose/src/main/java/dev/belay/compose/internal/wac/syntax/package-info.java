/**
 * The syntax of WAC, the language of compositions.
 *
 * <p>Takes: a text. Gives: a {@link dev.belay.compose.internal.wac.syntax.Document}, in which every name keeps the place
 * where it stands. Exists because compositions beyond one socket with plugs need names for instances. Interfaces, worlds and
 * types in it are WIT, and parsed as such.
 */
@NullMarked
package dev.belay.compose.internal.wac.syntax;

import org.jspecify.annotations.NullMarked;
