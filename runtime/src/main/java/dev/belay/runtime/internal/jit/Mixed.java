package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.core.CoreItem;
import dev.belay.runtime.internal.typed.TypedCall;
import dev.belay.runtime.internal.typed.Values;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.CallResult;
import run.endive.runtime.Instance;
import run.endive.runtime.WasmExternRef;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;

/** Between values with references and what Endive has for them. */
public final class Mixed {
    private static final long NULL = -1;

    private Mixed() {}

    public static Values of(@Nullable CallResult result) {
        if (result == null || result.longs() == null) {
            return Values.NONE;
        }
        return result.refs() == null ? Values.of(result.longs()) : new Values(result.longs(), result.refs());
    }

    /** Arguments of someone who has numbers for references: those of the host, which Endive wraps. */
    static Values args(FunctionType type, long[] args) {
        var references = new @Nullable Object[args.length];
        int place = 0;
        for (ValType param : type.params()) {
            int heapType = param.typeIdx();
            boolean external = heapType == ValType.TypeIdxCode.EXTERN.code()
                    || heapType == ValType.TypeIdxCode.NOEXTERN.code();
            if (param.isObjectRef() && external && args[place] != NULL) {
                references[place] = new WasmExternRef(args[place]);
            }
            place += Kind.of(param).places();
        }
        return new Values(args, references);
    }

    /** Results for someone who has numbers for references: whether they are null. */
    static long[] numbers(FunctionType type, Values results) {
        long[] numbers = results.bits();
        int place = 0;
        for (ValType result : type.returns()) {
            if (result.isObjectRef()) {
                numbers[place] = results.references()[place] == null ? NULL : 0;
            }
            place += Kind.of(result).places();
        }
        return numbers;
    }

    /** Calls of a function by the machine of its instance. */
    public static TypedCall.Body body(Instance owner, int function) {
        return new Calls(
                (instance, args) -> instance.getMachine().call(function, args),
                (instance, args, references) -> instance.getMachine().callWithRefs(function, args, references),
                owner);
    }

    private interface ByBits {
        long @Nullable [] call(Instance instance, long[] args);
    }

    private interface ByValues {
        CallResult call(Instance instance, long[] args, @Nullable Object[] references);
    }

    private record Calls(ByBits byBits, ByValues byValues, Instance instance) implements TypedCall.Body {
        @Override
        public long[] call(long[] args) {
            long[] results = byBits.call(instance, args);
            return results == null ? CoreItem.Function.NOTHING : results;
        }

        @Override
        public Values call(Values args) {
            return of(byValues.call(instance, args.bits(), args.references()));
        }
    }
}
