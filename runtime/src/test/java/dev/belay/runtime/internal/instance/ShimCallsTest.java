package dev.belay.runtime.internal.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.component.binary.ComponentDecoder;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.InstanceType;
import dev.belay.runtime.ComponentCost;
import dev.belay.runtime.Component;
import dev.belay.runtime.HostInterface;
import dev.belay.runtime.Linker;
import dev.belay.runtime.internal.core.CoreBudget;
import dev.belay.runtime.internal.core.CoreImage;
import dev.belay.runtime.internal.core.CoreInstance;
import dev.belay.runtime.internal.core.CoreModule;
import dev.belay.runtime.internal.core.TableCalls;
import dev.belay.runtime.internal.endive.EndiveEngine;
import dev.belay.runtime.internal.plan.CoreSource;
import dev.belay.runtime.internal.plan.Plan;
import dev.belay.runtime.internal.plan.Planner;
import dev.belay.component.type.ResourceType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which shims are left out of calls, and which are left as they are. */
class ShimCallsTest {
    private static final Path CALLER =
            Path.of(System.getProperty("belay.root", ".."), "bench/guests/caller/caller.wasm");

    private static final CoreSource TABLE = new CoreSource.Export(0, "$imports");
    private static final CoreSource LOWERED =
            new CoreSource.ResourceDrop(ResourceType.fresh("r"), 0);
    private static final Plan.InstantiateModule SHIM = new Plan.InstantiateModule(0, Map.of());
    private static final Plan.InstantiateModule FILLING = filling(LOWERED);

    @Test
    void theShimOfARealComponentLeadsToWhatItIsFor() throws IOException {
        var planned = Planner.plan(ComponentDecoder.decode(Files.readAllBytes(CALLER)));
        var engine = EndiveEngine.interpreting();
        List<CoreModule> modules =
                planned.modules().stream().map(engine::load).toList();
        var plan = planned.plan();
        int shims = 0;
        for (int step = 0; step < plan.steps().size(); step++) {
            Optional<TableCalls.Shim> shim = modules.get(plan.steps().get(step).module()).shim();
            if (shim.isPresent()) {
                shims++;
                var calls = ShimCalls.of(plan, modules);
                for (String function : shim.get().elements().keySet()) {
                    assertThat(calls.target(step, function)).hasValueSatisfying(target -> assertThat(target.source())
                            .isInstanceOf(CoreSource.Lowered.class));
                }
                assertThat(shim.get().elements()).hasSize(2);
            }
        }
        assertThat(shims).isEqualTo(1);
    }

    /** Meets {@code ops}, and looks at who calls. */
    public static final class Ops {
        private List<String> callers = List.of();

        public long add(long a, long b) {
            return a + b;
        }

        public String echo(String text) {
            callers = Arrays.stream(Thread.currentThread().getStackTrace())
                    .map(StackTraceElement::getClassName)
                    .filter(name -> name.startsWith("dev.belay.runtime.compiled."))
                    .toList();
            return text;
        }
    }

    @Test
    void neitherTheShimNorItsTableIsPartOfACall() throws IOException {
        var component = Component.load(CALLER);
        var ops = new Ops();
        var linker = new Linker();
        for (String name : List.of("bench:calls/ops@0.1.0", "bench:calls/host-ops@0.1.0")) {
            InstanceType type = ((ExternType.Instance) component.type().imports().get(name)).type();
            linker.define(HostInterface.of(name, type, ops));
        }
        try (var instance = linker.link(component).instantiate()) {
            var run = instance.function("bench:calls/runs@0.1.0", "host-echoes").orElseThrow();
            assertThat(run.call(1L)).contains(0x30L + 16);
        }
        assertThat(ops.callers).isNotEmpty().noneMatch(name -> name.contains("Indirect"));
    }

    @Test
    void oneFillingIsWhatTheTableHolds() {
        ShimCalls.Target found = target(SHIM, FILLING).orElseThrow();
        assertThat(found.source()).isEqualTo(LOWERED);
        assertThat(found.filledBy()).isEqualTo(1);
    }

    @Test
    void aTableThatAnotherReachesIsLeftAlone() {
        var withTable = new Plan.InstantiateModule(
                2, Map.of("env", new Plan.CoreExports.Listed(Map.of("t", TABLE))));
        assertThat(target(SHIM, FILLING, withTable)).isEmpty();
        var withAll = new Plan.InstantiateModule(2, Map.of("env", new Plan.CoreExports.OfInstance(0)));
        assertThat(target(SHIM, FILLING, withAll)).isEmpty();
        assertThat(target(SHIM, FILLING, FILLING)).isEmpty();
    }

    @Test
    void aTableThatNothingFillsIsLeftAlone() {
        assertThat(target(SHIM)).isEmpty();
        var withTable = new Plan.InstantiateModule(
                2, Map.of("env", new Plan.CoreExports.Listed(Map.of("t", TABLE))));
        assertThat(target(SHIM, withTable)).isEmpty();
    }

    @Test
    void aShimThatLeadsToItselfIsLeftAlone() {
        assertThat(target(SHIM, filling(new CoreSource.Export(0, "0")))).isEmpty();
    }

    private static Plan.InstantiateModule filling(CoreSource function) {
        return new Plan.InstantiateModule(
                1, Map.of("", new Plan.CoreExports.Listed(Map.of("$imports", TABLE, "0", function))));
    }

    /** Module 0 is a shim, module 1 fills its table, module 2 is any other. */
    private static Optional<ShimCalls.Target> target(Plan.InstantiateModule... steps) {
        var plan = new Plan(List.of(1, 1, 1), List.of(steps), List.of(), List.of(), Map.of(), Map.of());
        var fills = new TableCalls.Filling(
                new TableCalls.Import("", "$imports"), Map.of(7, new TableCalls.Import("", "0")));
        return ShimCalls.of(
                        plan,
                        List.of(
                                new Module(Optional.of(new TableCalls.Shim("$imports", Map.of("0", 7))), Optional.empty()),
                                new Module(Optional.empty(), Optional.of(fills)),
                                new Module(Optional.empty(), Optional.empty())))
                .target(0, "0");
    }

    private record Module(Optional<TableCalls.Shim> shim, Optional<TableCalls.Filling> filling) implements CoreModule {
        @Override
        public CoreInstance instantiate(Imports imports, CoreBudget budget) {
            throw new AssertionError("only looked at");
        }

        @Override
        public boolean runsCode() {
            return false;
        }

        @Override
        public CoreInstance restore(Imports imports, CoreBudget budget, CoreImage image) {
            throw new AssertionError("only looked at");
        }

        @Override
        public ComponentCost.Module cost() {
            throw new AssertionError("only looked at");
        }
    }
}
