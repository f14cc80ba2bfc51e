package dev.belay.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LimitCountsTest {
    private static final Limits ENOUGH = Limits.defaults()
            .withCoreInstances(2)
            .withMemories(2)
            .withTables(2)
            .withTableElements(20)
            .withMemoryBytes(2 << 16);
    private final LinkedComponent linked = LimitGuests.load("greedy", true);

    @Test
    void asManyAsThereMayBeAreMade() {
        assertThat(LimitGuests.call(linked.instantiate(InstanceState.empty(), ENOUGH), "memory")).hasValue(1L);
    }

    @Test
    void oneMoreIsATrapThatNamesTheLimit() {
        assertTrap(ENOUGH.withCoreInstances(1), Trap.Kind.TOO_MANY_INSTANCES, "too many core instances: the limit is 1");
        assertTrap(ENOUGH.withMemories(1), Trap.Kind.TOO_MANY_MEMORIES, "too many memories: the limit is 1");
        assertTrap(ENOUGH.withTables(1), Trap.Kind.TOO_MANY_TABLES, "too many tables: the limit is 1");
        assertTrap(
                ENOUGH.withTableElements(19),
                Trap.Kind.TABLE_LIMIT,
                "table limit exceeded: the instance needs 10 elements more than the 10 it has, its limit is 19");
        assertTrap(
                ENOUGH.withMemoryBytes((2 << 16) - 1),
                Trap.Kind.MEMORY_LIMIT,
                "memory limit exceeded: the instance needs 65536 bytes more than the 65536 it has, its limit is 131071");
    }

    @Test
    void growingIsRefusedWhereOneBudgetOfAllPartsEnds() {
        Instance instance = linked.instantiate(
                InstanceState.empty(), ENOUGH.withMemoryBytes(10 << 16).withTableElements(3_000_030));
        assertThat(LimitGuests.call(instance, "pages", 3)).hasValue(1);
        assertThat(LimitGuests.call(instance, "pages", 6)).hasValue(-1);
        assertThat(LimitGuests.call(instance, "memory")).hasValue(6L);
        assertThat(LimitGuests.call(instance, "table")).hasValue(3_000_010L);
    }

    private void assertTrap(Limits limits, Trap.Kind kind, String message) {
        assertThatThrownBy(() -> linked.instantiate(InstanceState.empty(), limits))
                .isInstanceOfSatisfying(Trap.class, trap -> assertThat(trap.kind()).isEqualTo(kind))
                .hasMessage(message);
    }
}
