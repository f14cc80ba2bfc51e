package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.core.CoreBudget;
import dev.belay.runtime.internal.typed.TypedCall;
import dev.belay.runtime.internal.typed.Values;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.CallResult;
import run.endive.runtime.Instance;
import run.endive.runtime.Machine;
import run.endive.runtime.WasmException;
import run.endive.wasm.types.FunctionType;

/** Runs one instance's functions as compiled code. */
public final class JitMachine implements Machine, Importing {
    private final Instance instance;
    private final JitCode code;
    private final CoreBudget budget;
    private final IntFunction<TypedCall> imports;
    private @Nullable JitState state;

    /**
     * @param budget what may be taken, by all machines of a component instance together
     * @param imports finds imported functions; asked once for each that is called
     */
    public JitMachine(Instance instance, JitCode code, CoreBudget budget, IntFunction<TypedCall> imports) {
        this.imports = imports;
        this.budget = budget;
        this.instance = instance;
        this.code = code;
    }

    @Override
    public long[] call(int function, long[] args) {
        if (!code.facts().isMixed(function)) {
            return run(its -> code.chunk(function).call(function, args, its));
        }
        FunctionType type = code.facts().type(function);
        return Mixed.numbers(type, call(function, Mixed.args(type, args)));
    }

    @Override
    public CallResult callWithRefs(int function, long[] args, @Nullable Object @Nullable [] refs) {
        if (!code.facts().isMixed(function)) {
            return CallResult.of(call(function, args), null);
        }
        Values results = call(function, refs == null ? Values.of(args) : new Values(args, refs));
        return CallResult.of(results.bits(), results.references());
    }

    private Values call(int function, Values args) {
        return run(its -> code.chunk(function).call(function, args, its));
    }

    /** An exception that goes on to another instance, which may catch it, ends the calls that were made here. */
    private <T> T run(Function<JitState, T> call) {
        JitState its = state();
        int depth = its.depth;
        try {
            return call.apply(its);
        } catch (WasmException e) {
            its.depth = depth;
            throw e;
        }
    }

    /** A function of this instance, to be called with its own types. */
    public TypedCall typed(int function) {
        return state().call(function);
    }

    @Override
    public TypedCall imported(int function) {
        return JitRuntime.imported(state(), function);
    }

    /** Made by the first call: when the machine is, the instance has neither memories nor tables yet. */
    private JitState state() {
        if (state == null) {
            state = new JitState(instance, code, budget, imports);
        }
        return state;
    }
}
