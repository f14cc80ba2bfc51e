/**
 * WIT packages put together.
 *
 * <p>Takes: the trees of any number of files, of one package or many. Gives: each package's interfaces and worlds by name,
 * and what a path means where it stands. Exists so that whoever needs types or worlds follows names in one way.
 */
@NullMarked
package dev.belay.wit.resolve;

import org.jspecify.annotations.NullMarked;
