/**
 * The core engine in use: Endive's parser, validator and interpreter, over this project's memory.
 *
 * <p>Takes: core module bytes. Gives: {@link dev.belay.runtime.internal.core core instances}. Exists to keep every
 * mention of Endive in one place.
 */
@NullMarked
package dev.belay.runtime.internal.endive;

import org.jspecify.annotations.NullMarked;
