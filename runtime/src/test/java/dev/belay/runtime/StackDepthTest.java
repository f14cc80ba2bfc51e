package dev.belay.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StackDepthTest {
    private static final Limits LIMITS = Limits.defaults().withStackDepth(100);

    @ParameterizedTest
    @CsvSource({"deep, true", "by-table, true", "deep, false", "by-table, false"})
    void callsGoAsDeepAsTheLimitAndNoDeeper(String function, boolean compiled) {
        LinkedComponent linked = LimitGuests.load("recursive", compiled);
        assertThat(LimitGuests.call(fresh(linked), function, 99)).hasValue(100L);
        assertExhausted(fresh(linked), function, 100);
        assertExhausted(fresh(linked), function, -1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void callsThatHaveReturnedDoNotCount(boolean compiled) {
        Instance instance = fresh(LimitGuests.load("recursive", compiled));
        assertThat(LimitGuests.call(instance, "siblings", 200)).hasValue(11L * 200);
        assertThat(LimitGuests.call(instance, "deep", 99)).hasValue(100L);
    }

    @Test
    void norDoThoseThatAnExceptionHasEnded() {
        Instance instance = fresh(LimitGuests.load("recursive", true));
        assertThat(LimitGuests.call(instance, "catches", 200)).hasValue(400L);
        assertThat(LimitGuests.call(instance, "deep", 99)).hasValue(100L);
    }

    private static Instance fresh(LinkedComponent linked) {
        return linked.instantiate(InstanceState.empty(), LIMITS);
    }

    private static void assertExhausted(Instance instance, String function, int depth) {
        assertThatThrownBy(() -> LimitGuests.call(instance, function, depth))
                .isInstanceOfSatisfying(Trap.class, trap -> assertThat(trap.kind()).isEqualTo(Trap.Kind.STACK_EXHAUSTED))
                .hasMessage("call stack exhausted: the limit is 100 calls within each other");
    }
}
