/**
 * WIT on disk.
 *
 * <p>Takes: a file, or a directory with {@code deps/} in it. Gives: the parsed files of the package and of all those it
 * depends on. Exists because directories are how people share WIT.
 */
@NullMarked
package dev.belay.wit.file;

import org.jspecify.annotations.NullMarked;
