package dev.belay.bench.jmh;

import dev.belay.bench.report.Sample;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs one benchmark in JVMs of its own.
 *
 * @param options for those JVMs
 */
public record JmhRun(Length length, List<String> options, boolean verbose) {
    /** JMH uses what newer JDKs warn of. */
    private static final String QUIET = "--sun-misc-unsafe-memory-access=allow";

    /** How much is measured: forks, and for each of them warm-up and iterations of so many milliseconds. */
    public record Length(int forks, int warmups, int iterations, int millis) {
        private static final int SECOND = 1_000;

        /** For a figure. */
        public static Length full() {
            return new Length(3, 5, 5, SECOND);
        }

        /** For a look. */
        public static Length quick() {
            return new Length(1, 2, 3, SECOND / 2);
        }

        /** To see that it runs, in this very JVM. */
        public static Length smoke() {
            return new Length(0, 0, 1, 1);
        }
    }

    public JmhRun {
        options = List.copyOf(options);
    }

    public JmhRun withOption(String more) {
        return new JmhRun(
                length, Stream.concat(options.stream(), Stream.of(more)).toList(), verbose);
    }

    public JmhRun with(Length other) {
        return new JmhRun(other, options, verbose);
    }

    /**
     * @param benchmark such as {@code CallBenchmark.noCalls}
     * @param parameters one value for each
     * @return a measurement for each iteration, in the benchmark's unit
     * @throws IllegalStateException if it fails
     */
    public Sample run(String benchmark, Map<String, String> parameters) {
        ChainedOptionsBuilder builder = new OptionsBuilder()
                .include("\\.\\Q" + benchmark + "\\E$")
                .forks(length.forks())
                .warmupIterations(length.warmups())
                .warmupTime(TimeValue.milliseconds(length.millis()))
                .measurementIterations(length.iterations())
                .measurementTime(TimeValue.milliseconds(length.millis()))
                .shouldFailOnError(true)
                .verbosity(verbose ? VerboseMode.NORMAL : VerboseMode.SILENT)
                .jvmArgs(Stream.concat(Stream.of(QUIET), options.stream()).toArray(String[]::new));
        parameters.forEach(builder::param);
        Collection<RunResult> results;
        try {
            results = new Runner(builder.build()).run();
        } catch (RunnerException e) {
            throw new IllegalStateException("benchmark " + benchmark + " " + parameters + " failed: " + e.getMessage(), e);
        }
        return sample(benchmark, results);
    }

    private static Sample sample(String benchmark, Collection<RunResult> results) {
        if (results.size() != 1) {
            throw new IllegalStateException("expected one benchmark " + benchmark + ", found " + results.size());
        }
        var values = new ArrayList<Double>();
        for (BenchmarkResult fork : results.iterator().next().getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                values.add(iteration.getPrimaryResult().getScore());
            }
        }
        return Sample.of(values.stream().mapToDouble(Double::doubleValue));
    }
}
