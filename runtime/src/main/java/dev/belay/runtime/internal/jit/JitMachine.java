package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.core.CallBudget;
import dev.belay.runtime.internal.typed.TypedCall;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.CallResult;
import run.endive.runtime.Instance;
import run.endive.runtime.Machine;

/** Runs one instance's functions as compiled code. */
public final class JitMachine implements Machine {
    private final Instance instance;
    private final JitCode code;
    private final CallBudget budget;
    private @Nullable JitState state;

    /**
     * @param budget what each call may take, of all machines of a component instance together
     */
    public JitMachine(Instance instance, JitCode code, CallBudget budget) {
        this.budget = budget;
        this.instance = instance;
        this.code = code;
    }

    @Override
    public long[] call(int function, long[] args) {
        return code.facts().isSupported(function)
                ? code.chunk(function).call(function, args, state())
                : state().fallback().call(function, args);
    }

    @Override
    public CallResult callWithRefs(int function, long[] args, Object[] refs) {
        return code.facts().isSupported(function)
                ? CallResult.of(call(function, args), null)
                : state().fallback().callWithRefs(function, args, refs);
    }

    /** Whether the compiler has values of all types that a function takes and gives. */
    public boolean hasTyped(int function) {
        return code.facts().isSupported(function);
    }

    /** A function of this instance that {@linkplain #hasTyped has} a call with its own types. */
    public TypedCall typed(int function) {
        return state().call(function);
    }

    /** Made by the first call: when the machine is, the instance has neither memories nor tables yet. */
    private JitState state() {
        if (state == null) {
            state = new JitState(instance, code, budget);
        }
        return state;
    }
}
