/**
 * Compiled classes on disk: one file, an entry, for each core module.
 *
 * <p>Takes: the hash of a module, and the classes that were compiled of it. Gives: those classes, in another process. Exists
 * because compiling a module takes far longer than reading what came of it. Whatever is wrong with a file or the disk, the
 * classes are compiled again, and nothing fails.
 *
 * <p>An entry's name says what it is of: module, compiler, options, Java. Entries are written beside their place and moved
 * there, so that no process sees half of one; every part has a checksum.
 */
@NullMarked
package dev.belay.runtime.internal.cache;

import org.jspecify.annotations.NullMarked;
