package dev.belay.runtime.internal.fuse;

import dev.belay.runtime.Trap;
import dev.belay.runtime.internal.abi.RuntimeResource;
import dev.belay.runtime.internal.typed.TypedCall;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One lowered function of one instance: its two ends, and what is to be done on the way in and out. */
public final class Crossing {
    private final Gate caller;
    private final Gate callee;
    private final Gate[] entered;
    private final Way params;
    private final Way results;
    private final TypedCall function;
    private final @Nullable TypedCall postReturn;
    private final @Nullable HandleCalls handleCalls;
    private final UnaryOperator<RuntimeException> failures;
    private HandleCalls.@Nullable Call handles;

    /**
     * @param entered the gates that the call comes through: the callee's, and those of instances around it that the caller
     *     is not within
     * @param handleCalls empty if the function type has no handles
     * @param failures what the caller sees of what the callee throws
     */
    public Crossing(
            End caller,
            End callee,
            List<Gate> entered,
            RuntimeResource[] resources,
            TypedCall function,
            Optional<TypedCall> postReturn,
            Optional<HandleCalls> handleCalls,
            UnaryOperator<RuntimeException> failures) {
        this.caller = caller.gate();
        this.callee = callee.gate();
        this.entered = entered.toArray(Gate[]::new);
        this.params = new Way(caller, callee, resources);
        this.results = new Way(callee, caller, resources);
        this.function = function;
        this.postReturn = postReturn.orElse(null);
        this.handleCalls = handleCalls.orElse(null);
        this.failures = failures;
    }

    public Way params() {
        return params;
    }

    public Way results() {
        return results;
    }

    public TypedCall function() {
        return function;
    }

    /** Asked for by classes of functions that have one. */
    public @Nullable TypedCall postReturn() {
        return postReturn;
    }

    /**
     * @throws Trap if the caller may not leave, or a call into the callee is under way
     */
    public void enter() {
        caller.requireMayLeave();
        for (Gate gate : entered) {
            if (gate.isEntered()) {
                throw new Trap(Trap.Kind.CANNOT_ENTER);
            }
            gate.enter(true);
        }
        params.begin();
        results.begin();
        if (handleCalls != null) {
            handles = handleCalls.begin();
            params.handles(handles.liftFromCaller(), handles.lowerToCallee());
            results.handles(handles.liftFromCallee(), handles.lowerToCaller());
        }
    }

    /** The callee's function has returned; its result is still to be moved. */
    public void returned() {
        if (handles != null) {
            handles.returned();
        }
    }

    public void beginPostReturn() {
        callee.close(true);
    }

    public void endPostReturn() {
        callee.close(false);
    }

    public void leave() {
        for (Gate gate : entered) {
            gate.enter(false);
        }
        if (handles != null) {
            handles.end();
            handles = null;
        }
    }

    /** What to throw in the caller for what the callee threw: exceptions of core WebAssembly do not cross. */
    public RuntimeException failure(RuntimeException thrown) {
        return failures.apply(thrown);
    }
}
