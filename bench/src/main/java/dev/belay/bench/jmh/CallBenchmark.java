package dev.belay.bench.jmh;

import dev.belay.bench.guest.Guests;
import dev.belay.bench.guest.Ops;
import dev.belay.bench.guest.Runs;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Calls of next to nothing. Those that a guest makes are made in a loop of its own. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CallBenchmark {
    private static final int MANY = 100_000;
    private static final int SOME = 10_000;
    private static final String TEXT = "Nordhaven Bank!0";

    private final Runs runs;
    private final Ops ops;
    private long last;

    /** Composes, links and instantiates. */
    public CallBenchmark() {
        var instance = Guests.link(Guests.here().composedCalls()).instantiate();
        runs = instance.bind(Runs.NAME, Runs.class);
        ops = instance.bind(Ops.NAME, Ops.class);
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public long componentToComponent() {
        return runs.adds(MANY);
    }

    @Benchmark
    @OperationsPerInvocation(SOME)
    public long componentToComponentText() {
        return runs.echoes(SOME);
    }

    @Benchmark
    @OperationsPerInvocation(SOME)
    public long componentToHost() {
        return runs.hostAdds(SOME);
    }

    @Benchmark
    @OperationsPerInvocation(SOME)
    public long componentToHostText() {
        return runs.hostEchoes(SOME);
    }

    @Benchmark
    public long hostToComponent() {
        last = ops.add(last >> 1, 1);
        return last;
    }

    @Benchmark
    public String hostToComponentText() {
        return ops.echo(TEXT);
    }

    /** What the loop costs by itself. */
    @Benchmark
    @OperationsPerInvocation(MANY)
    public long noCalls() {
        return runs.noCalls(MANY);
    }
}
