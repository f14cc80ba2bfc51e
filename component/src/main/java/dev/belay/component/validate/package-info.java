/**
 * Says whether a component is valid, and what it imports and exports.
 *
 * <p>Takes: a decoded component. Gives: its resolved type, or the first rule that it breaks, with the offset where. Exists so
 * that everything after (planning, composition, linking) can take indices, types and names for granted.
 *
 * <p>Definitions are checked in their order, each against the index spaces of its {@link Scope} that the ones before have
 * filled. Types are resolved as they are met. A type is told from others in three ways: value types are equal if they have
 * the same structure; resource types are equal if they have the same {@linkplain
 * dev.belay.component.type.ResourceType#origin() origin}; and which of a type's names is visible outside goes by the
 * identity of objects ({@link Visibility}, {@link Naming}).
 */
@NullMarked
package dev.belay.component.validate;

import org.jspecify.annotations.NullMarked;
