/**
 * Types with every index resolved: what a component's imports and exports mean.
 *
 * <p>Takes: the model's type definitions (through the validator or the planner) or WIT. Gives: immutable trees that are
 * equal if the types are structurally equal, with resource types as identities. Exists so that validation, linking,
 * composition and the canonical ABI compare and walk one form.
 *
 * <p>A resource type is an object and equal only to itself. Where a type declares an abstract resource ({@link
 * dev.belay.component.type.ExternType.AbstractResource}), its {@link dev.belay.component.type.ResourceType} is a
 * variable of the instance or component type around it, to be replaced ({@link
 * dev.belay.component.type.Substitution}) by the actual one when that is known.
 */
@NullMarked
package dev.belay.component.type;

import org.jspecify.annotations.NullMarked;
