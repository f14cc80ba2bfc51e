/**
 * Packages of WIT with every name resolved.
 *
 * <p>Takes: the trees of all files of a package and of the packages it depends on ({@link
 * dev.belay.wit.resolve.Resolver}). Gives: packages, interfaces, worlds, types and functions that refer to each other
 * directly; names and rules checked; what inactive feature gates leave out left out; what a world's interfaces need
 * imported as well. Exists so that everything that works on interfaces (component types, comparing, encoding) need not
 * know how WIT is written.
 *
 * <p>Interfaces, worlds and types are identities: equal to themselves only.
 */
@NullMarked
package dev.belay.wit.resolve;

import org.jspecify.annotations.NullMarked;
