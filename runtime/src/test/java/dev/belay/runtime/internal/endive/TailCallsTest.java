package dev.belay.runtime.internal.endive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.belay.runtime.Trap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import run.endive.runtime.CallResult;

/** Tail calls in compiled code. */
final class TailCallsTest {
    private static final int DEEP = 1_000_000;

    private static CompiledGuest tails(CompiledGuest.Way way) {
        return way.instantiate("tails", Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "WHOLE, even", "WHOLE, even-by-table", "WHOLE, even-by-reference", "WHOLE, down",
        "PIECES, even", "PIECES, even-by-table", "PIECES, even-by-reference", "PIECES, down"
    })
    void takeNoStack(CompiledGuest.Way way, String function) {
        CompiledGuest guest = tails(way);
        assertThat(guest.call(function, DEEP)).isEqualTo(1);
        assertThat(guest.call(function, DEEP)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void handOnValuesOfOtherTypes(CompiledGuest.Way way) {
        Object given = new Object();

        CallResult found = tails(way).call("sum", new long[] {DEEP, 0}, new Object[] {null, given});

        assertThat(found.longResult(0)).isEqualTo(DEEP * (DEEP + 1L) / 2);
        assertThat(found.refResult(1)).isSameAs(given);
    }

    @ParameterizedTest
    @EnumSource
    void ofItselfStartAFunctionAnew(CompiledGuest.Way way) {
        assertThat(tails(way).call("count", DEEP, 0)).isEqualTo(DEEP);
    }

    @ParameterizedTest
    @EnumSource
    void leaveTheBlocksThatCatch(CompiledGuest.Way way) {
        assertThat(tails(way).call("leave", 5)).isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource
    void leaveRecursionItsStack(CompiledGuest.Way way) {
        assertThat(tails(way).call("depth", 2_000)).isEqualTo(2_000);
    }

    @ParameterizedTest
    @CsvSource({"WHOLE, spin", "WHOLE, ping", "PIECES, spin", "PIECES, ping"})
    void forEverAreInterrupted(CompiledGuest.Way way, String function) {
        CompiledGuest guest = tails(way);
        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(Trap.class)
                    .isThrownBy(() -> guest.call(function))
                    .satisfies(trap -> assertThat(trap.kind()).isEqualTo(Trap.Kind.INTERRUPTED));
        } finally {
            Thread.interrupted();
        }
    }
}
