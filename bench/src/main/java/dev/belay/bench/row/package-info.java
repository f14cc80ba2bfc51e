/** The rows of the table: each measures figures that belong together, with their peers. */
@NullMarked
package dev.belay.bench.row;

import org.jspecify.annotations.NullMarked;
