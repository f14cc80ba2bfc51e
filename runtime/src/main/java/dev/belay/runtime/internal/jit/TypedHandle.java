package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.typed.TypedCall;
import dev.belay.runtime.internal.typed.Values;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.CallResult;
import run.endive.runtime.Instance;
import run.endive.runtime.WasmFunctionHandle;

/** A function given to an instance that compiled code calls with its own types, and the interpreter by arrays. */
@FunctionalInterface
public interface TypedHandle extends WasmFunctionHandle {
    /** Asked for when the function is first called, and by compiled code then only. */
    TypedCall call();

    @Override
    default long[] apply(Instance instance, long... args) {
        return call().apply(args);
    }

    @Override
    default CallResult applyWithRefs(Instance instance, long[] args, @Nullable Object @Nullable [] references) {
        Values results = call().apply(references == null ? Values.of(args) : new Values(args, references));
        return CallResult.of(results.bits(), results.references());
    }
}
