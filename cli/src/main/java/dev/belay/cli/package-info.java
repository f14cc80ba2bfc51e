/**
 * The {@code belay} command.
 *
 * <p>Takes: the words after {@code belay}. Gives: an exit code (0 done, 1 the program or check failed, 2 wrong usage),
 * results on stdout, and everything else on stderr. Exists to be thin: each command is one small class that calls one of
 * the other modules and words what comes back for a person.
 */
@NullMarked
package dev.belay.cli;

import org.jspecify.annotations.NullMarked;
