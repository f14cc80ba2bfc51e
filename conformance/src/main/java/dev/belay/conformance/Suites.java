package dev.belay.conformance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Runs suites. */
public final class Suites {
    /** Guest calls nest on the Java stack; a suite has calls that nest until they are stopped. */
    private static final long STACK_BYTES = 64L << 20;

    private Suites() {}

    /**
     * @param paths directories, zips or single scripts
     * @param progress told after each script how many percent of them are done
     * @throws SuiteException if there are no scripts in one of them, or one cannot be read
     */
    public static Report run(List<Path> paths, Options options, IntConsumer progress) {
        try (var files = ScriptFiles.open(paths);
                var pool = Executors.newFixedThreadPool(
                        Runtime.getRuntime().availableProcessors(),
                        work -> new Thread(null, work, "suite", STACK_BYTES))) {
            var runs = files.scripts().stream()
                    .map(script -> pool.submit(() -> new ScriptRun(script, options).run()))
                    .toList();
            var outcomes = new ArrayList<Outcome>();
            for (int i = 0; i < runs.size(); i++) {
                outcomes.addAll(result(runs.get(i)));
                progress.accept((i + 1) * 100 / runs.size());
            }
            return new Report(outcomes);
        }
    }

    private static List<Outcome> result(Future<List<Outcome>> run) {
        try {
            return run.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SuiteException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SuiteException known ? known : new IllegalStateException(e.getCause());
        }
    }
}
