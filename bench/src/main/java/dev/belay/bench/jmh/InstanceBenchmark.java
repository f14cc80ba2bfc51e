package dev.belay.bench.jmh;

import dev.belay.bench.guest.Guests;
import dev.belay.bench.guest.Transaction;
import dev.belay.bench.guest.ValidateResponse;
import dev.belay.bench.guest.Validation;
import dev.belay.runtime.Instance;
import dev.belay.runtime.LinkedComponent;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Fresh instances of a composed validator. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class InstanceBenchmark {
    @Param({"nordhaven", "terrano"})
    public String bank = "";

    /** What the harness is written in. */
    @Param({Guests.RUST, Guests.JAVA})
    public String harness = "";

    private LinkedComponent linked = Guests.link(Guests.read(Guests.here().own("callee")));
    private Transaction transaction = Transaction.approvedBy("");

    @Setup
    public void compose() {
        linked = Guests.link(Guests.here().composedValidator(harness, bank));
        transaction = Transaction.approvedBy(bank);
        Expect.approved(instantiateAndCall());
    }

    @Benchmark
    public ValidateResponse instantiateAndCall() {
        try (Instance instance = linked.instantiate()) {
            return instance.bind(Validation.NAME, Validation.class).validate(transaction);
        }
    }

    @Benchmark
    public Instance instantiate() {
        try (Instance instance = linked.instantiate()) {
            return instance;
        }
    }
}
