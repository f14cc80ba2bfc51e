package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.core.TickCounter;
import dev.belay.runtime.internal.typed.TypedCall;
import java.util.Deque;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.ExecutionListener;
import run.endive.runtime.Instance;
import run.endive.runtime.InterpreterMachine;
import run.endive.runtime.MStack;
import run.endive.runtime.StackFrame;
import run.endive.wasm.types.FunctionType;

/** Endive's interpreter, which counts what it runs: calls here; branches by a {@linkplain #branches listener}. */
public class Interpreter extends InterpreterMachine implements Importing {
    private final TickCounter counter;
    private final IntFunction<TypedCall> given;
    private final @Nullable TypedCall[] imports;

    /** @param imports finds imported functions; asked once for each that is called */
    public Interpreter(Instance instance, TickCounter counter, IntFunction<TypedCall> imports) {
        super(instance);
        this.counter = counter;
        this.given = imports;
        this.imports = new TypedCall[instance.imports().functionCount()];
    }

    @Override
    public TypedCall imported(int function) {
        TypedCall known = imports[function];
        if (known == null) {
            known = given.apply(function);
            imports[function] = known;
        }
        return known;
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
        int left = counter.descend();
        try {
            return super.call(stack, instance, callStack, function, args, refs, type, popResults);
        } finally {
            counter.depth = left + 1;
        }
    }
}
