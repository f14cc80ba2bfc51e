package dev.belay.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a meter is told is what guests take. */
class InstanceMeterTest {
    private static final long PAGE = 1 << 16;

    private final Told told = new Told();

    private static final class Told implements InstanceMeter {
        long memory;
        int refusals;
        int closed;
        long claimed;
        long mostClaimed = Long.MAX_VALUE;
        long released;
        final List<OptionalLong> made = new ArrayList<>();
        final List<Long> most = new ArrayList<>();
        final List<OptionalLong> fuel = new ArrayList<>();

        @Override
        public void memory(long bytes) {
            memory += bytes;
        }

        @Override
        public void memoryRefused() {
            refusals++;
        }

        @Override
        public void made(OptionalLong fuelTaken) {
            made.add(fuelTaken);
        }

        @Override
        public void called(long memoryBytes, OptionalLong fuelTaken) {
            most.add(memoryBytes);
            fuel.add(fuelTaken);
        }

        @Override
        public boolean claim(long bytes) {
            if (claimed + bytes > mostClaimed) {
                return false;
            }
            claimed += bytes;
            return true;
        }

        @Override
        public void release(long bytes) {
            released += bytes;
        }

        @Override
        public void closed() {
            closed++;
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void memoryIsCountedFromTheMakingToTheEnd(boolean compiled) {
        var greedy = LimitGuests.load("greedy", compiled).metered(told);
        Instance first = greedy.instantiate();
        assertThat(told.memory).isEqualTo(2 * PAGE);
        LimitGuests.call(first, "pages", 3);
        assertThat(told.memory).isEqualTo(5 * PAGE);

        // begins with what the first began with, by a snapshot
        Instance second = greedy.instantiate();
        assertThat(told.memory).isEqualTo(7 * PAGE);

        first.close();
        first.close();
        assertThat(told.memory).isEqualTo(2 * PAGE);
        second.close();
        assertThat(told.memory).isZero();
        assertThat(told.made).containsExactly(OptionalLong.empty(), OptionalLong.empty());
        assertThat(told.closed).isEqualTo(2);
        assertThat(told.most).containsExactly(5 * PAGE);
        assertThat(told.refusals).isZero();
    }

    @Test
    void whatALimitRefusesIsCounted() {
        var limits = Limits.defaults().withMemoryBytes(10 * PAGE);
        try (Instance greedy = LimitGuests.load("greedy", true).metered(told).instantiate(InstanceState.empty(), limits)) {
            LimitGuests.call(greedy, "memory");
            assertThat(told.memory).isEqualTo(10 * PAGE);
            assertThat(told.most).containsExactly(10 * PAGE);
            assertThat(told.refusals).isEqualTo(1);
        }
        assertThat(told.memory).isZero();
    }

    @Test
    void anInstanceThatCannotBeMadeGivesBackWhatItTook() {
        var greedy = LimitGuests.load("greedy", true).metered(told);
        assertThatThrownBy(() -> greedy.instantiate(InstanceState.empty(), Limits.defaults().withMemoryBytes(PAGE)))
                .isInstanceOf(Trap.class);

        assertThat(told.memory).isZero();
        assertThat(told.made).hasSize(1);
        assertThat(told.closed).isEqualTo(1);
        assertThat(told.refusals).isEqualTo(1);
        assertThat(told.most).isEmpty();
    }

    @Test
    void whatIsWrittenToIsClaimedAndGivenBack() {
        var limits = Limits.defaults().withMemoryBytes(160 * PAGE);
        try (Instance greedy = LimitGuests.load("greedy", true).metered(told).instantiate(InstanceState.empty(), limits)) {
            LimitGuests.call(greedy, "pages", 16);
            assertThat(told.claimed).isZero();
            LimitGuests.call(greedy, "memory");
        }
        assertThat(told.claimed).isEqualTo(9 << 20);
        assertThat(told.released).isEqualTo(told.claimed);
        assertThat(told.refusals).isEqualTo(1);
    }

    @Test
    void whatIsNotGrantedIsATrap() {
        told.mostClaimed = 3 << 20;
        try (Instance greedy = LimitGuests.load("greedy", true).metered(told).instantiate()) {
            assertThatThrownBy(() -> LimitGuests.call(greedy, "memory"))
                    .isInstanceOfSatisfying(Trap.class, trap -> assertThat(trap.kind()).isEqualTo(Trap.Kind.MEMORY_LIMIT))
                    .hasMessageContaining("the host keeps what it has left for others");
        }
        assertThat(told.claimed).isEqualTo(3 << 20);
        assertThat(told.released).isEqualTo(told.claimed);
        assertThat(told.refusals).isEqualTo(1);
    }

    @Test
    void fuelIsWhatEachCallTook() {
        try (Instance fueled = LimitGuests.load("fuel", true)
                .metered(told)
                .instantiate(InstanceState.empty(), Limits.defaults().withFuel(2_000))) {
            LimitGuests.call(fueled, "loop", 1_000);
            LimitGuests.call(fueled, "down", 500);
            assertThatThrownBy(() -> LimitGuests.call(fueled, "down", 5_000)).isInstanceOf(Trap.class);
        }

        assertThat(told.made).containsExactly(OptionalLong.of(0));
        assertThat(told.fuel).hasSize(3).startsWith(OptionalLong.of(1_002), OptionalLong.of(501));
        assertThat(told.fuel.getLast().getAsLong()).isGreaterThan(2_000);
        assertThat(told.closed).isEqualTo(1);
    }

    @Test
    void whatIsNotMeteredTellsNobody() {
        var greedy = LimitGuests.load("greedy", true);
        greedy.metered(told);
        greedy.instantiate().close();

        assertThat(told.made).isEmpty();
    }
}
