/**
 * Names of packages and interfaces, and their versions.
 *
 * <p>Takes: text as it stands in WIT or as an import's or export's name. Gives: its parts, or empty if it is not of that
 * form. Exists so that WIT, the validator, composition and the linker agree on what a name means and which versions go
 * together.
 */
@NullMarked
package dev.belay.wit.name;

import org.jspecify.annotations.NullMarked;
