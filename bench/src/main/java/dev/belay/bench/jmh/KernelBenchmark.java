package dev.belay.bench.jmh;

import dev.belay.bench.guest.Guests;
import dev.belay.runtime.ComponentFunction;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Loops of core code over numbers and memory. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class KernelBenchmark {
    @Param({"fib", "sha256", "matrix", "json-scan"})
    public String kernel = "";

    private final dev.belay.runtime.Instance instance =
            Guests.link(Guests.read(Guests.here().own("kernels"))).instantiate();
    private ComponentFunction function = instance.function("fib").orElseThrow();
    private long argument;

    @Setup
    public void choose() {
        function = instance.function(kernel).orElseThrow();
        argument = Kernel.named(kernel).argument();
    }

    @Benchmark
    public Optional<Object> run() {
        return function.call(argument);
    }
}
