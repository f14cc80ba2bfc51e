/** Benchmarks of calls and instances: JMH forks a JVM for each, with the launcher's options. Takes a benchmark's name; gives its iterations as a sample. */
@NullMarked
package dev.belay.bench.jmh;

import org.jspecify.annotations.NullMarked;
