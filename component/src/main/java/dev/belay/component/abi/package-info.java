/**
 * How values of component types are laid out in memory and passed in core signatures.
 *
 * <p>Takes: value and function types. Gives: sizes, alignments, flat core types. Exists apart from the code that moves
 * values because the validator and {@code componentize} need the numbers and nothing else. Implements the sections
 * "Alignment", "Element Size" and "Flattening" of {@code design/mvp/CanonicalABI.md}, for 32-bit memories.
 */
@NullMarked
package dev.belay.component.abi;

import org.jspecify.annotations.NullMarked;
