package dev.belay.runtime.internal.endive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.belay.runtime.Trap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import run.endive.runtime.CallResult;

/** Exceptions in compiled code, with one instance throwing and another catching. */
final class ExceptionsTest {
    private static CompiledGuest catcher(CompiledGuest.Way way) {
        return way.instantiate("catcher", Map.of("thrower", way.instantiate("thrower", Map.of())));
    }

    @ParameterizedTest
    @EnumSource
    void carryNumbersBetweenInstancesAndKeepWhatLiesBelow(CompiledGuest.Way way) {
        assertThat(catcher(way).call("catch-pair", 21)).isEqualTo(1000 + 21 * 10 + 7 + 21);
    }

    @ParameterizedTest
    @EnumSource
    void carryReferencesBetweenInstances(CompiledGuest.Way way) {
        Object given = new Object();

        CallResult found = catcher(way).call("catch-object", new long[1], new Object[] {given});

        assertThat(found.refResult(0)).isSameAs(given);
        assertThat(Double.longBitsToDouble(found.longResult(1))).isEqualTo(2.5);
    }

    @ParameterizedTest
    @EnumSource
    void canBeThrownAgain(CompiledGuest.Way way) {
        assertThat(catcher(way).call("catch-again", 9)).isEqualTo(9);
    }

    @ParameterizedTest
    @EnumSource
    void areCaughtInLoops(CompiledGuest.Way way) {
        assertThat(catcher(way).call("count", 100_001)).isEqualTo(3 * 50_001);
    }

    @ParameterizedTest
    @EnumSource
    void trapsAreNoExceptions(CompiledGuest.Way way) {
        assertTrap(way, "trap", Trap.Kind.UNREACHABLE);
        assertTrap(way, "null-reference", Trap.Kind.NULL_REFERENCE);
    }

    @ParameterizedTest
    @EnumSource
    void anExhaustedStackIsNoException(CompiledGuest.Way way) {
        assertTrap(way, "exhaust", Trap.Kind.STACK_EXHAUSTED);
    }

    @ParameterizedTest
    @EnumSource
    void anInterruptIsNoException(CompiledGuest.Way way) {
        CompiledGuest guest = catcher(way);
        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(Trap.class)
                    .isThrownBy(() -> guest.call("count", 10_000_000))
                    .satisfies(trap -> assertThat(trap.kind()).isEqualTo(Trap.Kind.INTERRUPTED));
        } finally {
            Thread.interrupted();
        }
    }

    private static void assertTrap(CompiledGuest.Way way, String function, Trap.Kind kind) {
        CompiledGuest guest = catcher(way);
        assertThatExceptionOfType(Trap.class)
                .isThrownBy(() -> guest.call(function))
                .satisfies(trap -> assertThat(trap.kind()).isEqualTo(kind));
    }
}
