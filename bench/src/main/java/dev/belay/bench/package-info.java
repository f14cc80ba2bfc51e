/**
 * Measures what Belay costs, beside what others cost on the same machine in the same run.
 *
 * <p>Takes the names of rows; gives a table and JSON lines. A {@link dev.belay.bench.row.Row} measures one or more figures,
 * by JMH for calls and instances ({@link dev.belay.bench.jmh}) or by starting whole processes ({@link
 * dev.belay.bench.process}). It exists so that a claim about speed is a command that anyone can run.
 */
@NullMarked
package dev.belay.bench;

import org.jspecify.annotations.NullMarked;
