package dev.belay.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectedHeapTest {
    private static final long MEBIBYTE = 1 << 20;
    private final LinkedComponent linked = LimitGuests.load("collected", true);

    /** More structs, or arrays, than a heap has room for: a guest that would not stop. */
    @ParameterizedTest
    @CsvSource({"keep, 1000000000", "arrays, 100000"})
    void keepingMoreThanTheLimitIsATrapThatNamesIt(String function, int many) {
        assertThatThrownBy(() -> LimitGuests.call(fresh(64 * MEBIBYTE), function, many))
                .isInstanceOfSatisfying(Trap.class, trap -> assertThat(trap.kind()).isEqualTo(Trap.Kind.MEMORY_LIMIT))
                .hasMessageStartingWith("memory limit exceeded: the instance has structs and arrays of about ")
                .hasMessageEndingWith(" bytes, its limit leaves " + (64 * MEBIBYTE - (1 << 16)) + " for them");
    }

    @Test
    void whatIsNotKeptDoesNotCount() {
        Instance instance = fresh(4 * MEBIBYTE);
        assertThat(LimitGuests.call(instance, "replace", 5000)).hasValue(5000L);
    }

    @Test
    void norDoesWhatWasKeptForLong() {
        Instance instance = fresh(16 * MEBIBYTE);
        for (int i = 0; i < 20; i++) {
            assertThat(LimitGuests.call(instance, "keep", 100_000)).hasValue(100_000L);
            assertThat(LimitGuests.call(instance, "replace", 1000)).hasValue(1000L);
        }
    }

    @Test
    void oneArrayIsNoLargerThanWhatLinearMemoryLeaves() {
        assertThat(LimitGuests.call(fresh(MEBIBYTE), "array", 100_000)).hasValue(100_000L);
        assertThatThrownBy(() -> LimitGuests.call(fresh(MEBIBYTE), "array", 1_000_000))
                .hasMessage("memory limit exceeded: the instance has structs and arrays of about 8000064 bytes, its limit "
                        + "leaves 983040 for them");
        Instance grown = fresh(MEBIBYTE);
        assertThat(LimitGuests.call(grown, "grow", 10)).hasValue(1L);
        assertThatThrownBy(() -> LimitGuests.call(grown, "array", 100_000)).hasMessageContaining("leaves 327680 for them");
    }

    private Instance fresh(long memoryBytes) {
        return linked.instantiate(InstanceState.empty(), Limits.defaults().withMemoryBytes(memoryBytes));
    }
}
