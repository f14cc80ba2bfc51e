package dev.belay.runtime.internal.endive;

import java.util.Optional;

/**
 * The contents of a table of functions at one moment, to start others from.
 *
 * @param references to functions, by their index; never written again
 * @param owner the number of the instance that all of them are of, -1 for none
 * @param owners the same for each, if they are of several
 */
record TableImage(int[] references, int owner, Optional<int[]> owners) {}
