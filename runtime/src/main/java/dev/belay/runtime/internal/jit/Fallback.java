package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.core.TickCounter;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.Instance;
import run.endive.runtime.MStack;
import run.endive.runtime.StackFrame;
import run.endive.wasm.types.AnnotatedInstruction;
import run.endive.wasm.types.FunctionBody;
import run.endive.wasm.types.FunctionType;

/**
 * The interpreter for the functions that are not compiled. What they call by a table is compiled again, unless there may
 * be exceptions: the interpreter catches those of such calls only if it runs them as well. The instance has no bodies: those
 * of the functions that get here are put into it.
 */
final class Fallback extends Interpreter {
    private final JitCode code;
    private final FunctionBody[] bodies;
    /** The next that is idle, if this one is. */
    @Nullable Fallback next;

    Fallback(Instance instance, JitCode code, TickCounter counter) {
        super(instance, counter, ((Importing) instance.getMachine())::imported);
        this.code = code;
        this.bodies = InstanceBodies.of(instance);
    }

    @Override
    protected boolean useCurrentInstanceInterpreter(Instance own, Instance target, int function) {
        return own == target && code.facts().hasTags();
    }

    @Override
    protected long[] call(
            MStack stack,
            Instance instance,
            Deque<StackFrame> callStack,
            int function,
            long[] args,
            Object @Nullable [] refs,
            @Nullable FunctionType callType,
            boolean popResults) {
        prepare(function);
        return super.call(stack, instance, callStack, function, args, refs, callType, popResults);
    }

    /** Puts in a function's body, and those that it ends with a call of: such calls do not come by here. */
    private void prepare(int function) {
        if (isPrepared(function)) {
            return;
        }
        Set<Integer> wanted = Set.of(function);
        while (!wanted.isEmpty()) {
            Map<Integer, FunctionBody> known = code.interpreted(wanted);
            var further = new HashSet<Integer>();
            known.forEach((each, body) -> {
                bodies[code.facts().bodyIndex(each)] = body;
                body.instructions().forEach(instruction -> addTailCalls(instruction, further));
            });
            further.removeIf(this::isPrepared);
            wanted = further;
        }
    }

    private boolean isPrepared(int function) {
        return code.facts().isImported(function) || bodies[code.facts().bodyIndex(function)] != JitCode.NO_BODY;
    }

    private void addTailCalls(AnnotatedInstruction instruction, Set<Integer> wanted) {
        switch (instruction.opcode()) {
            case RETURN_CALL -> wanted.add((int) instruction.operand(0));
            case RETURN_CALL_INDIRECT, RETURN_CALL_REF -> {
                for (int i = 0; i < code.facts().functionCount(); i++) {
                    wanted.add(i);
                }
            }
            default -> {}
        }
    }
}
