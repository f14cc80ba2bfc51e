package dev.belay.conformance.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGeneratorFactory;

/** Gives many mutated binaries to {@link Hostile}. Those it does not survive are kept as files. */
final class MutationRun {
    private static final int PROGRESS = 100_000;
    private static final int MAX_FAILURES = 20;
    /** A binary that takes this long hangs: the run ends there, for nothing else can end it. */
    private static final long HANG_NANOS = 30_000_000_000L;

    private final List<byte[]> corpus;
    private final long seed;
    private final Path kept;
    private final PrintStream log;
    private final Map<Hostile.Reached, Integer> reached = new EnumMap<>(Hostile.Reached.class);
    private int failures;
    private long slowest;
    private long largest;
    private volatile byte[] current = {};
    private volatile long since = System.nanoTime();
    /** Nothing hangs any more, whatever else the JVM does next. */
    private volatile boolean done;

    MutationRun(List<byte[]> corpus, long seed, Path kept, PrintStream log) {
        this.corpus = corpus;
        this.seed = seed;
        this.kept = kept;
        this.log = log;
    }

    /**
     * @return how many binaries were not survived
     */
    int run(int count) {
        Thread.ofPlatform().daemon().start(this::watch);
        var random = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(seed);
        var mutator = new Mutator(corpus, random);
        for (int i = 1; i <= count && failures < MAX_FAILURES; i++) {
            byte[] bytes = mutator.next();
            current = bytes;
            since = System.nanoTime();
            try {
                var outcome = Hostile.survive(bytes);
                reached.merge(outcome.reached(), 1, Integer::sum);
                slowest = Math.max(slowest, outcome.nanos());
                largest = Math.max(largest, outcome.allocated());
            } catch (RuntimeException | Error e) {
                failures++;
                log.println("NOT SURVIVED " + keep(bytes, Integer.toString(i)) + ": " + e + " at " + place(e));
            }
            if (i % PROGRESS == 0 || i == count) {
                log.println(i + " binaries (seed " + seed + "): " + reached + ", " + failures + " not survived; slowest "
                        + slowest / 1_000_000 + " ms, largest allocation " + (largest >> 10) + " KiB");
            }
        }
        done = true;
        return failures;
    }

    private static List<StackTraceElement> place(Throwable e) {
        var trace = List.of(e.getStackTrace());
        return trace.subList(0, Math.min(6, trace.size()));
    }

    private Path keep(byte[] bytes, String name) {
        try {
            Files.createDirectories(kept);
            return Files.write(kept.resolve("mutated-" + seed + "-" + name + ".wasm"), bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void watch() {
        while (!done) {
            try {
                Thread.sleep(1000);
            } catch (InterruptedException e) {
                return;
            }
            if (!done && System.nanoTime() - since > HANG_NANOS) {
                log.println("HANGS " + keep(current, "hang"));
                Runtime.getRuntime().halt(1);
            }
        }
    }
}
