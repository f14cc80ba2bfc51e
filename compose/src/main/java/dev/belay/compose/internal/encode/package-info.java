/**
 * Writes components out of resolved types.
 *
 * <p>Takes: types as the validator gives them, in which a resource type is an object and everything else is structure. Gives:
 * sections in which every type has an index, and those of other imports are aliases of them. Exists because a composition's
 * imports are those of several components with type indices of their own, so that they have to be written anew.
 */
@NullMarked
package dev.belay.compose.internal.encode;

import org.jspecify.annotations.NullMarked;
