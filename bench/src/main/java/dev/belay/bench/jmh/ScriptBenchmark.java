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

/** Validators in JavaScript, with the engine that runs it within the component. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ScriptBenchmark {
    @Param({"nordhaven-quickjs", "nordhaven-starlingmonkey"})
    public String guest = "";

    private LinkedComponent linked = Guests.link(Guests.read(Guests.here().own("callee")));
    private Validation validation = _ -> {
        throw new IllegalStateException("expected a set-up before the first call");
    };
    private final Transaction transaction = Transaction.approvedBy("nordhaven");

    @Setup
    public void load() {
        linked = Guests.link(Guests.read(Guests.here().large(guest)));
        validation = linked.instantiate().bind(Validation.NAME, Validation.class);
        Expect.approved(validation.validate(transaction));
    }

    @Benchmark
    public ValidateResponse validate() {
        return validation.validate(transaction);
    }

    @Benchmark
    public Instance instantiate() {
        try (Instance instance = linked.instantiate()) {
            return instance;
        }
    }
}
