package dev.belay.runtime.internal.endive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.component.model.Bytes;
import dev.belay.runtime.Limits;
import dev.belay.runtime.internal.core.CoreBudget;
import dev.belay.runtime.internal.core.CoreItem;
import dev.belay.runtime.internal.jit.Cutting;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions that no method has room for. */
class LargeFunctionTest {
    private static final int HANDLERS = 300;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, HANDLERS - 1, HANDLERS, HANDLERS + 1, 5_000})
    void loopOfAnInterpreterGivesTheSameCutOrNot(int steps) {
        int expected = InterpreterLoop.result(HANDLERS, steps);

        assertThat(run(EndiveEngine.compiling(Optional.empty(), false), steps)).isEqualTo(expected);
        assertThat(run(cut(new Cutting(0, true, 40, 8)), steps)).isEqualTo(expected);
        assertThat(run(cut(new Cutting(Integer.MAX_VALUE, false, 900, 64)), steps)).isEqualTo(expected);
    }

    private static EndiveEngine cut(Cutting cutting) {
        return new EndiveEngine(Optional.of(cutting), Optional.empty(), false);
    }

    private static int run(EndiveEngine engine, int steps) {
        var instance = engine.load(Bytes.of(InterpreterLoop.module(HANDLERS)))
                .instantiate((_, _) -> Optional.empty(), new CoreBudget(Limits.defaults()));
        return (int) ((CoreItem.Function) instance.export("f").orElseThrow()).call(steps)[0];
    }
}
