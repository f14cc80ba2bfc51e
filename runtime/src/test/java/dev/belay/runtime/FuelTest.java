package dev.belay.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FuelTest {
    /** More than any call here takes. */
    private static final long PLENTY = 10_000_000;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatACallTakesIsAlwaysTheSame(boolean compiled) {
        for (int n : new int[] {0, 1, 1_000, 1_024, 50_000}) {
            long taken = taken(compiled, "loop", n);
            assertThat(taken(compiled, "loop", n)).isEqualTo(taken);
            Instance again = instance(compiled, PLENTY);
            call(again, "loop", 77);
            call(again, "loop", n);
            assertThat(again.consumed()).as("after another call").hasValue(taken);
        }
    }

    @Test
    void compiledLoopsAndEntriesCountOneEach() {
        assertThat(taken(true, "loop", 1_000)).isEqualTo(1 + 1_001);
        assertThat(taken(true, "down", 1_000)).isEqualTo(1_001);
        // each thousandth and twenty-fourth iteration counts twice, when the loop settles what it has counted by itself
        assertThat(taken(true, "loop", 100_000)).isBetween(100_000L, 100_100L);
    }

    @Test
    void interpretedCallsAndBranchesCountOneEach() {
        assertThat(taken(false, "loop", 1_000)).isEqualTo(1 + 1_000);
        assertThat(taken(false, "down", 1_000)).isEqualTo(1_001);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void callsBetweenPartsTakeFromOneBudget(boolean compiled) {
        long each = taken(compiled, "loop", 10_000);
        assertThat(taken(compiled, "across", 100, 10_000)).isBetween(100 * each, 100 * each + 1_000);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void exactlyAsMuchAsIsTakenIsEnough(boolean compiled) {
        for (int n : new int[] {0, 1, 5_000, 100_000}) {
            long taken = taken(compiled, "down", Math.min(n, 1_000));
            call(instance(compiled, taken), "down", Math.min(n, 1_000));
            assertOut(instance(compiled, taken - 1), taken - 1, "down", Math.min(n, 1_000));

            long looped = taken(compiled, "loop", n);
            call(instance(compiled, looped), "loop", n);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatNeverEndsIsStoppedWithinASlice(boolean compiled) {
        for (long fuel : new long[] {0, 1, 1_000, 20_000, 100_000}) {
            Instance loops = instance(compiled, fuel);
            assertOut(loops, fuel, "loop", -1);
            assertThat(loops.consumed().orElseThrow()).isBetween(fuel + 1, fuel + 1_024);

            Instance across = instance(compiled, fuel);
            assertOut(across, fuel, "across", -1, 500);
            assertThat(across.consumed().orElseThrow()).isBetween(fuel + 1, fuel + 2 * 1_024);
        }
    }

    @Test
    void eachCallHasAllOfIt() {
        Instance instance = instance(true, 2_000);
        for (int i = 0; i < 100; i++) {
            call(instance, "loop", 1_500);
        }
    }

    @Test
    void aNegativeAmountIsRefused() {
        assertThatThrownBy(() -> Limits.defaults().withFuel(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertOut(Instance instance, long fuel, String function, Integer... args) {
        assertThatThrownBy(() -> call(instance, function, args))
                .isInstanceOfSatisfying(Trap.class, trap -> assertThat(trap.kind()).isEqualTo(Trap.Kind.FUEL))
                .hasMessage("fuel exhausted: the call took more than " + fuel + " entries and iterations");
    }

    private static long taken(boolean compiled, String function, Integer... args) {
        Instance instance = instance(compiled, PLENTY);
        call(instance, function, args);
        return instance.consumed().orElseThrow();
    }

    private static void call(Instance instance, String function, Integer... numbers) {
        LimitGuests.call(instance, function, numbers);
    }

    private static Instance instance(boolean compiled, long fuel) {
        return LimitGuests.load("fuel", compiled).instantiate(InstanceState.empty(), Limits.defaults().withFuel(fuel));
    }
}
