/**
 * Canonical WIT.
 *
 * <p>Takes: resolved packages. Gives: one text that resolves to the same packages, whatever files and spellings they came
 * from. Exists so that people and tools see the same text for the same interfaces.
 */
@NullMarked
package dev.belay.wit.print;

import org.jspecify.annotations.NullMarked;
