/**
 * Between WIT and component types.
 *
 * <p>Takes: resolved WIT, or a component. Gives: the component types of WIT's interfaces and worlds ({@link
 * dev.belay.component.wit.WitTypes}), and the WIT of a component's imports and exports. Exists so that hosts can be
 * declared in WIT, and components read by people.
 */
@NullMarked
package dev.belay.component.wit;

import org.jspecify.annotations.NullMarked;
