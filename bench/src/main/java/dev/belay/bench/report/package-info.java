/** What was measured, against what was aimed at: figures, the table for people, and the JSON lines for programs. */
@NullMarked
package dev.belay.bench.report;

import org.jspecify.annotations.NullMarked;
