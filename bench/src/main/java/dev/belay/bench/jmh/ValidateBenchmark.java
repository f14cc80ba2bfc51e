package dev.belay.bench.jmh;

import dev.belay.bench.guest.Guests;
import dev.belay.bench.guest.Transaction;
import dev.belay.bench.guest.ValidateResponse;
import dev.belay.bench.guest.Validation;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One call with a record of 13 strings: host to harness to validator, Java records in and out. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ValidateBenchmark {
    /** In Rust, and in C. */
    @Param({"nordhaven", "terrano"})
    public String bank = "";

    /** What the harness is written in. */
    @Param({Guests.RUST, Guests.JAVA})
    public String harness = "";

    private Validation validation = _ -> {
        throw new IllegalStateException("expected a set-up before the first call");
    };
    private Transaction transaction = Transaction.approvedBy("");

    @Setup
    public void compose() {
        validation = Guests.link(Guests.here().composedValidator(harness, bank))
                .instantiate()
                .bind(Validation.NAME, Validation.class);
        transaction = Transaction.approvedBy(bank);
        Expect.approved(validation.validate(transaction));
    }

    @Benchmark
    public ValidateResponse validate() {
        return validation.validate(transaction);
    }
}
