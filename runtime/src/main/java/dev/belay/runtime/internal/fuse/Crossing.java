package dev.belay.runtime.internal.fuse;

import dev.belay.runtime.internal.abi.RuntimeResource;
import dev.belay.runtime.internal.typed.TypedCall;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One lowered function of one instance: what written classes take from here when they are made, and call now and then. */
public final class Crossing {
    private final Gate caller;
    private final Gate callee;
    private final Gate @Nullable [] around;
    private final Way params;
    private final Way results;
    private final TypedCall function;
    private final @Nullable TypedCall postReturn;
    private final @Nullable HandleCalls handleCalls;
    private final UnaryOperator<RuntimeException> failures;
    private HandleCalls.@Nullable Call handles;

    /**
     * @param around the gates that the call comes through besides the callee's: of instances around it that the caller is
     *     not within
     * @param handleCalls empty if the function type has no handles
     * @param failures what the caller sees of what the callee throws
     */
    public Crossing(
            End caller,
            End callee,
            List<Gate> around,
            RuntimeResource[] resources,
            TypedCall function,
            Optional<TypedCall> postReturn,
            Optional<HandleCalls> handleCalls,
            UnaryOperator<RuntimeException> failures) {
        this.caller = caller.gate();
        this.callee = callee.gate();
        this.around = around.isEmpty() ? null : around.toArray(Gate[]::new);
        this.params = new Way(caller, callee, resources);
        this.results = new Way(callee, caller, resources);
        this.function = function;
        this.postReturn = postReturn.orElse(null);
        this.handleCalls = handleCalls.orElse(null);
        this.failures = failures;
    }

    public Gate caller() {
        return caller;
    }

    public Gate callee() {
        return callee;
    }

    /** Null if there are none, as nearly always. */
    public Gate @Nullable [] around() {
        return around;
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
     * @throws dev.belay.runtime.Trap if a call into one of them is under way
     */
    public static void enter(Gate[] gates) {
        for (Gate gate : gates) {
            gate.enter();
        }
    }

    public static void leave(Gate[] gates) {
        for (Gate gate : gates) {
            gate.leave();
        }
    }

    /** By classes of functions that have handles, once the callee is entered. */
    public void beginHandles() {
        HandleCalls.Call call = handleCalls().begin();
        handles = call;
        params.handles(call.liftFromCaller(), call.lowerToCallee());
        results.handles(call.liftFromCallee(), call.lowerToCaller());
    }

    /** The callee's function has returned; its result is still to be moved. */
    public void returned() {
        handles().returned();
    }

    public void endHandles() {
        handles().end();
        handles = null;
    }

    /** What to throw in the caller for what the callee threw: exceptions of core WebAssembly do not cross. */
    public RuntimeException failure(RuntimeException thrown) {
        return failures.apply(thrown);
    }

    private HandleCalls handleCalls() {
        if (handleCalls == null) {
            throw new IllegalStateException("a function without handles");
        }
        return handleCalls;
    }

    private HandleCalls.Call handles() {
        if (handles == null) {
            throw new IllegalStateException("no call is under way");
        }
        return handles;
    }
}
