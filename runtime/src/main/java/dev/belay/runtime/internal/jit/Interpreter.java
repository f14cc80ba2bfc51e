package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.core.TickCounter;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.ExecutionListener;
import run.endive.runtime.Instance;
import run.endive.runtime.InterpreterMachine;
import run.endive.runtime.MStack;
import run.endive.runtime.StackFrame;
import run.endive.wasm.types.FunctionType;

/** Endive's interpreter, which counts what it runs: calls here; branches by a {@linkplain #branches listener}. */
public class Interpreter extends InterpreterMachine {
    private final TickCounter counter;

    public Interpreter(Instance instance, TickCounter counter) {
        super(instance);
        this.counter = counter;
    }

    /** Counts each branch, whether it is taken or not: the interpreter does not tell which of them start an iteration. */
    public static ExecutionListener branches(TickCounter counter) {
        return (instruction, _) -> {
            switch (instruction.opcode()) {
                case BR,
                        BR_IF,
                        BR_TABLE,
                        BR_ON_NULL,
                        BR_ON_NON_NULL,
                        BR_ON_CAST,
                        BR_ON_CAST_FAIL,
                        RETURN_CALL,
                        RETURN_CALL_INDIRECT,
                        RETURN_CALL_REF,
                        THROW,
                        THROW_REF -> counter.tick();
                default -> {}
            }
        };
    }

    @Override
    protected long[] call(
            MStack stack,
            Instance instance,
            Deque<StackFrame> callStack,
            int function,
            long[] args,
            Object @Nullable [] refs,
            @Nullable FunctionType type,
            boolean popResults) {
        counter.tick();
        return super.call(stack, instance, callStack, function, args, refs, type, popResults);
    }
}
