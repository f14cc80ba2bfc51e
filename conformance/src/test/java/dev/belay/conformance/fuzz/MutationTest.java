package dev.belay.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Mutated binaries of the suites: a few thousand here, more with {@code -Pfuzz}, or with {@code -Dbelay.fuzz.count} and
 * {@code -Dbelay.fuzz.seed}.
 */
class MutationTest {
    @Test
    void nothingButItsOwnErrorsInBoundedTimeAndSpace() {
        int count = Integer.getInteger("belay.fuzz.count", 3_000);
        long seed = Long.getLong("belay.fuzz.seed", 1);
        var run = new MutationRun(Corpus.components(), seed, Path.of("target", "fuzz"), System.out);
        assertThat(run.run(count)).as("binaries not survived, kept in target/fuzz").isZero();
    }
}
