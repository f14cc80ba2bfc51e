package dev.belay.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.component.type.ValueType;
import dev.belay.component.type.FunctionType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Instances that begin with what another has come to are like any others. */
class SnapshotTest {
    private static final int GROWN = 131_072;
    private int hostCalls;

    @ParameterizedTest
    @EnumSource(names = {"LAZY", "OFF"})
    void whatStartFunctionsDidIsThereFromTheStart(Compilation compilation) throws IOException {
        var linked = load("start", compilation, true);
        List<Object> first = observe(linked.instantiate());
        assertThat(linked.isSnapshotted()).isTrue();

        List<Object> second = observe(linked.instantiate());

        var never = load("start", compilation, false);
        List<Object> alone = observe(never.instantiate());
        assertThat(never.isSnapshotted()).isFalse();
        assertThat(first).containsExactly(3L, 6L, 3L, 207L, 45L, 40L, 4L).isEqualTo(second).isEqualTo(alone);
    }

    @ParameterizedTest
    @EnumSource(names = {"LAZY", "OFF"})
    void instancesDoNotSeeEachOther(Compilation compilation) throws IOException {
        var linked = load("start", compilation, true);
        Instance first = linked.instantiate();
        Instance second = linked.instantiate();
        for (Instance each : List.of(first, second)) {
            LimitGuests.call(each, "store", 64);
            LimitGuests.call(each, "store", GROWN);
            LimitGuests.call(each, "put", 1);
            LimitGuests.call(each, "put", 5);
            LimitGuests.call(each, "count");
            assertThat(LimitGuests.call(each, "call", 1)).hasValue(4L);
            assertThat(LimitGuests.call(each, "call", 5)).hasValue(4L);
            assertThat(LimitGuests.call(each, "load", GROWN)).hasValue(99L);
        }

        Instance third = linked.instantiate();
        assertThat(observe(third)).containsExactly(3L, 6L, 3L, 207L, 45L, 40L, 4L);
        assertThatThrownBy(() -> LimitGuests.call(third, "call", 5))
                .isInstanceOfSatisfying(
                        Trap.class, trap -> assertThat(trap.kind()).isEqualTo(Trap.Kind.UNINITIALIZED_ELEMENT));
    }

    @Test
    void segmentsThatWereDroppedStayDropped() throws IOException {
        var linked = load("start", Compilation.LAZY, true);
        for (int i = 0; i < 2; i++) {
            Instance forData = linked.instantiate();
            assertThatThrownBy(() -> LimitGuests.call(forData, "data"))
                    .isInstanceOfSatisfying(
                            Trap.class, trap -> assertThat(trap.kind()).isEqualTo(Trap.Kind.MEMORY_OUT_OF_BOUNDS));
            Instance forElement = linked.instantiate();
            assertThatThrownBy(() -> LimitGuests.call(forElement, "element"))
                    .isInstanceOfSatisfying(
                            Trap.class, trap -> assertThat(trap.kind()).isEqualTo(Trap.Kind.TABLE_OUT_OF_BOUNDS));
        }
    }

    @Test
    void memoryThatAStartNeedsIsATrapWhereTheLimitIsLowerBeforeAndAfter() throws IOException {
        var linked = load("start", Compilation.LAZY, true);
        var little = Limits.defaults().withMemoryBytes(2 << 16);
        assertOutOfBounds(linked, little);
        assertThat(linked.isSnapshotted()).isFalse();

        linked.instantiate();
        assertThat(linked.isSnapshotted()).isTrue();

        assertOutOfBounds(linked, little);
        var enough = Limits.defaults().withMemoryBytes(3 << 16);
        assertThat(observe(linked.instantiate(InstanceState.empty(), enough))).startsWith(3L, 6L);
    }

    private static void assertOutOfBounds(LinkedComponent linked, Limits limits) {
        assertThatThrownBy(() -> linked.instantiate(InstanceState.empty(), limits))
                .isInstanceOfSatisfying(
                        Trap.class, trap -> assertThat(trap.kind()).isEqualTo(Trap.Kind.MEMORY_OUT_OF_BOUNDS));
    }

    @Test
    void whatALimitRefusedIsNotCapturedAndALimitHoldsForWhatWasCaptured() throws IOException {
        var linked = load("start", Compilation.LAZY, true);
        var few = Limits.defaults().withTableElements(5);
        Instance refused = linked.instantiate(InstanceState.empty(), few);
        assertThat(LimitGuests.call(refused, "elements")).hasValue(4L);
        assertThat(linked.isSnapshotted()).isFalse();

        assertThat(LimitGuests.call(linked.instantiate(), "elements")).hasValue(6L);
        assertThat(linked.isSnapshotted()).isTrue();

        assertThat(LimitGuests.call(linked.instantiate(InstanceState.empty(), few), "elements")).hasValue(4L);
    }

    @Test
    void fuelIsTheSameForEveryInstance() throws IOException {
        var linked = load("start", Compilation.LAZY, true);
        var fueled = Limits.defaults().withFuel(1_000);
        long before = linked.instantiate(InstanceState.empty(), fueled).consumed().orElseThrow();
        linked.instantiate();
        assertThat(linked.isSnapshotted()).isTrue();

        Instance after = linked.instantiate(InstanceState.empty(), fueled);

        assertThat(after.consumed()).hasValue(before);
        assertThat(before).isPositive();
    }

    @Test
    void aStartThatCallsTheHostRunsEveryTime() throws IOException {
        var linked = load("host", Compilation.LAZY, true);
        for (int i = 1; i <= 3; i++) {
            assertThat(LimitGuests.call(linked.instantiate(), "got")).hasValue(5L + i);
            assertThat(hostCalls).isEqualTo(i);
        }
        assertThat(linked.isSnapshotted()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"LAZY", "OFF"})
    void aStartMayCallOtherPartsByATable(Compilation compilation) throws IOException {
        var linked = load("shim", compilation, true);
        for (int i = 0; i < 3; i++) {
            Instance instance = linked.instantiate();
            assertThat(LimitGuests.call(instance, "got")).hasValue(1L);
            assertThat(LimitGuests.call(instance, "next")).hasValue(2L);
            assertThat(LimitGuests.call(instance, "by-table")).hasValue(3L);
            assertThat(linked.isSnapshotted()).isTrue();
        }
    }

    @Test
    void handlesAreOfOneInstance() throws IOException {
        var linked = load("handles", Compilation.LAZY, true);
        Instance first = linked.instantiate();
        Instance second = linked.instantiate();
        LimitGuests.call(first, "drop");
        assertThat(LimitGuests.call(second, "rep")).hasValue(77L);
        assertThat(linked.isSnapshotted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"global", "table"})
    void objectsAreOfOneInstance(String guest) throws IOException {
        var linked = load(guest, Compilation.LAZY, true);
        Instance first = linked.instantiate();
        assertThat(LimitGuests.call(first, "count")).hasValue(2L);
        assertThat(LimitGuests.call(first, "count")).hasValue(3L);
        assertThat(LimitGuests.call(linked.instantiate(), "count")).hasValue(2L);
        assertThat(linked.isSnapshotted()).isFalse();
    }

    private static List<Object> observe(Instance instance) {
        var found = new ArrayList<>();
        LimitGuests.call(instance, "pages").ifPresent(found::add);
        LimitGuests.call(instance, "elements").ifPresent(found::add);
        LimitGuests.call(instance, "call", 0).ifPresent(found::add);
        LimitGuests.call(instance, "call", 1).ifPresent(found::add);
        LimitGuests.call(instance, "load", 64).ifPresent(found::add);
        LimitGuests.call(instance, "load", GROWN).ifPresent(found::add);
        LimitGuests.call(instance, "count").ifPresent(found::add);
        return found;
    }

    private LinkedComponent load(String guest, Compilation compilation, boolean snapshots) throws IOException {
        var settings = EngineSettings.defaults().withCompilation(compilation).withSnapshots(snapshots);
        var type = new FunctionType(
                false, List.of(new ValueType.Field("n", ValueType.U32)), Optional.<ValueType>of(ValueType.U32));
        var linker = new Linker().define("host", type, (_, args) -> (Long) args[0] + ++hostCalls);
        try (InputStream in = SnapshotTest.class.getResourceAsStream("snapshot/" + guest + ".wasm")) {
            return linker.link(Engine.of(settings).load(Objects.requireNonNull(in).readAllBytes()));
        }
    }
}
