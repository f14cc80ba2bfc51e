/**
 * Runs other people's test suites.
 *
 * <p>Takes: spec scripts converted to JSON with their binaries, in directories or zip files. Gives: for each directive
 * whether it passed, failed (and how) or was skipped (and why). Exists so that what Belay implements is measured by tests
 * that Belay's authors did not write.
 */
@NullMarked
package dev.belay.conformance;

import org.jspecify.annotations.NullMarked;
