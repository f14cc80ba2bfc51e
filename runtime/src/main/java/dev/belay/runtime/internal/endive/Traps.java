package dev.belay.runtime.internal.endive;

import dev.belay.runtime.Trap;
import java.util.Locale;
import run.endive.runtime.WasmException;
import run.endive.runtime.WasmInterruptedException;
import run.endive.wasm.UnlinkableException;
import run.endive.wasm.WasmEngineException;

/** Endive's failures as traps. */
final class Traps {
    private Traps() {}

    /** A trap, or the exception itself if it comes from a host function. */
    static RuntimeException of(Throwable failure) {
        return switch (failure) {
            case Trap trap -> trap;
            case WasmInterruptedException _ -> new Trap(Trap.Kind.INTERRUPTED);
            case WasmException e -> Trap.of(Trap.Kind.UNCAUGHT_EXCEPTION, "", e);
            case StackOverflowError e -> Trap.of(Trap.Kind.STACK_EXHAUSTED, "", e);
            case OutOfMemoryError e -> Trap.of(Trap.Kind.MEMORY_LIMIT, "the host has no more", e);
            // its message has names of the guest's in it
            case UnlinkableException e -> Trap.of(Trap.Kind.CORE_OTHER, String.valueOf(e.getMessage()), e);
            case WasmEngineException e -> ofMessage(e);
            case RuntimeException e -> e;
            default -> throw new AssertionError(failure);
        };
    }

    private static Trap ofMessage(WasmEngineException e) {
        String message = e.getMessage() == null ? "" : e.getMessage();
        String text = message.toLowerCase(Locale.ROOT);
        Trap.Kind kind = text.contains("unreachable") ? Trap.Kind.UNREACHABLE
                : text.contains("out of bounds memory") ? Trap.Kind.MEMORY_OUT_OF_BOUNDS
                : text.contains("out of bounds table") ? Trap.Kind.TABLE_OUT_OF_BOUNDS
                : text.contains("divide by zero") ? Trap.Kind.INTEGER_DIVIDE_BY_ZERO
                : text.contains("integer overflow") ? Trap.Kind.INTEGER_OVERFLOW
                : text.contains("invalid conversion") ? Trap.Kind.INVALID_CONVERSION
                : text.contains("undefined element") ? Trap.Kind.UNDEFINED_ELEMENT
                : text.contains("uninitialized element") ? Trap.Kind.UNINITIALIZED_ELEMENT
                : text.contains("indirect call") ? Trap.Kind.INDIRECT_CALL_TYPE
                : text.contains("stack exhausted") ? Trap.Kind.STACK_EXHAUSTED
                : text.contains("out of bounds array") ? Trap.Kind.ARRAY_OUT_OF_BOUNDS
                : text.contains("cast failure") ? Trap.Kind.CAST_FAILURE
                : text.contains("null") ? Trap.Kind.NULL_REFERENCE
                : Trap.Kind.CORE_OTHER;
        return Trap.of(kind, kind == Trap.Kind.CORE_OTHER ? message : "", e);
    }
}
