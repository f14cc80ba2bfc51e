/**
 * Between WIT and component types.
 *
 * <p>Takes: WIT packages, or a component. Gives: the component types that interfaces stand for, or WIT text for what a
 * component imports and exports. Exists so that people read and write WIT while everything else works on types.
 */
@NullMarked
package dev.belay.component.wit;

import org.jspecify.annotations.NullMarked;
