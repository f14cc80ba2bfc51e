/**
 * Checks the text printer against another parser of component text.
 *
 * <p>Takes: suites with component binaries. Gives: their text, as files for the other parser, and then a comparison of
 * what that made of them with what they were. Exists beside the tests because the parser needs Node.
 */
@NullMarked
package dev.belay.conformance.print;

import org.jspecify.annotations.NullMarked;
