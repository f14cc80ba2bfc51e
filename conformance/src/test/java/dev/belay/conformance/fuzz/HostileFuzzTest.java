package dev.belay.conformance.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bytes that a coverage-guided fuzzer finds, starting from the suites' binaries. With {@code JAZZER_FUZZ=1} it looks for
 * new ones; otherwise it only tries those it starts from.
 */
class HostileFuzzTest {
    /** The fuzzer gets its seeds as arguments, of which it takes few. */
    private static final int SEEDS = 200;

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void nothingButItsOwnErrorsInBoundedTimeAndSpace(byte[] bytes) {
        // While it fuzzes, the fuzzer's own work on classes would count: hangs are its own to find then.
        if (System.getenv("JAZZER_FUZZ") != null) {
            Hostile.reach(bytes);
        } else {
            Hostile.survive(bytes);
        }
    }

    static Stream<Arguments> seeds() {
        return Corpus.components().stream().sorted((a, b) -> Arrays.compare(a, b)).limit(SEEDS).map(Arguments::of);
    }
}
