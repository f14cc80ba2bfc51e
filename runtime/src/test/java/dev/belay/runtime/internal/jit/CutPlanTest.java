package dev.belay.runtime.internal.jit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.runtime.internal.endive.InterpreterLoop;
import java.util.List;
import org.junit.jupiter.api.Test;
import run.endive.wasm.Parser;
import run.endive.wasm.types.AnnotatedInstruction;
import run.endive.wasm.types.OpCode;

class CutPlanTest {
    private static final Cutting CUTTING = new Cutting(0, true, 900, 64);

    @Test
    void takesTheCodesOutOfTheLoopOfAnInterpreterAndLeavesTheTable() {
        List<AnnotatedInstruction> loop = instructions(300);
        CutPlan plan = CutPlan.of(loop, CUTTING);

        int left = 0;
        boolean isTableLeft = false;
        for (int i = 0; i < loop.size(); i++) {
            int at = i;
            var taken = plan.end(at).or(() -> plan.block(at));
            left++;
            isTableLeft |= taken.isEmpty() && loop.get(i).opcode() == OpCode.BR_TABLE;
            if (taken.isPresent()) {
                assertThat(taken.get().size()).isLessThanOrEqualTo(CUTTING.largest());
                i = taken.get().to() - 1;
            }
        }
        assertThat(left).isLessThan(loop.size() / 4);
        assertThat(isTableLeft).isTrue();
    }

    @Test
    void leavesWhatIsSmallEnough() {
        List<AnnotatedInstruction> loop = instructions(5);
        CutPlan plan = CutPlan.of(loop, CUTTING);

        for (int i = 0; i < loop.size(); i++) {
            assertThat(plan.end(i)).isEmpty();
            assertThat(plan.block(i)).isEmpty();
        }
    }

    private static List<AnnotatedInstruction> instructions(int handlers) {
        return Parser.parse(InterpreterLoop.module(handlers)).codeSection().getFunctionBody(0).instructions();
    }
}
