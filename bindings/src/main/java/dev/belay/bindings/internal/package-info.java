/**
 * How sources are put together.
 *
 * <p>Takes: interfaces, and the Java classes that stand for them. Gives: the text of files. Each kind of text has a class of
 * its own; names, types and imports are settled in one place for all.
 */
@NullMarked
package dev.belay.bindings.internal;

import org.jspecify.annotations.NullMarked;
