/**
 * {@code wasi:filesystem} over preopened directories.
 *
 * <p>Takes: directories that the host opened to a guest, and paths that the guest gives. Gives: descriptors. Exists to keep
 * a guest within its directories: every path is followed one name at a time, and no {@code ..}, absolute path or symbolic
 * link leads out.
 *
 * <p>What remains: Java offers no calls relative to an open directory for everything that is needed here, so a path is
 * followed first and used after. Someone who swaps directories for links on the host in just that moment could lead a guest
 * astray; guests that share a writable directory and run at the same time should trust each other.
 */
@NullMarked
package dev.belay.wasi.filesystem;

import org.jspecify.annotations.NullMarked;
