package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.typed.TypedCall;
import dev.belay.runtime.internal.typed.Values;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.CallResult;
import run.endive.runtime.Instance;
import run.endive.runtime.WasmFunctionHandle;

/**
 * An import as Endive's interpreter has it, the same for all instances of a module: what is called is found by the instance
 * that calls.
 */
public record GivenFunction(int index) implements WasmFunctionHandle {
    @Override
    public long[] apply(Instance instance, long... args) {
        return of(instance).apply(args);
    }

    @Override
    public CallResult applyWithRefs(Instance instance, long[] args, @Nullable Object @Nullable [] references) {
        Values results = of(instance).apply(references == null ? Values.of(args) : new Values(args, references));
        return CallResult.of(results.bits(), results.references());
    }

    private TypedCall of(Instance instance) {
        return ((Importing) instance.getMachine()).imported(index);
    }
}
