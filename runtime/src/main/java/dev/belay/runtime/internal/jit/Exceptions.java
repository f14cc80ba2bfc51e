package dev.belay.runtime.internal.jit;

import dev.belay.runtime.Trap;
import dev.belay.runtime.internal.typed.Values;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.WasmException;

/**
 * What compiled code calls to throw and to catch. Exceptions are Endive's, which have no stack trace, so that they cross
 * between compiled functions, interpreted ones and other instances. Traps are others, which no handler sees.
 */
public final class Exceptions {
    private Exceptions() {}

    public static WasmException thrown(long[] args, JitState state, int tag) {
        return WasmException.builder()
                .instance(state.instance)
                .tagIdx(tag)
                .args(args)
                .build();
    }

    public static WasmException thrown(Values args, JitState state, int tag) {
        return WasmException.builder()
                .instance(state.instance)
                .tagIdx(tag)
                .args(args.bits())
                .refArgs(args.references())
                .build();
    }

    /** What a reference to an exception throws. */
    public static WasmException again(@Nullable Object reference) {
        if (reference == null) {
            throw new Trap(Trap.Kind.NULL_REFERENCE);
        }
        return (WasmException) reference;
    }

    public static boolean isOf(WasmException exception, JitState state, int tag) {
        return exception.instance().tag(exception.tagIdx()) == state.instance.tag(tag);
    }

    public static Values values(WasmException exception) {
        @Nullable Object[] references = exception.refArgs();
        return references == null ? Values.of(exception.args()) : new Values(exception.args(), references);
    }
}
