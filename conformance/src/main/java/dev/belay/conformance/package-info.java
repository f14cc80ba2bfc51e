/**
 * Runs the test suites of others against Belay.
 *
 * <p>Takes: scripts in the JSON form of {@code wasm-tools json-from-wast}, with their binaries, in directories or zips.
 * Gives: for each directive whether it passed, failed or was skipped, and why. Exists because what Belay supports is what
 * other people's tests say it does. A directive passes only if Belay's own code decided it.
 */
@NullMarked
package dev.belay.conformance;

import org.jspecify.annotations.NullMarked;
