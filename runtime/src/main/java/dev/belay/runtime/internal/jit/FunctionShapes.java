package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.typed.CallShape;
import run.endive.wasm.types.FunctionType;

/** The shapes by which functions of Endive's types are called. */
public final class FunctionShapes {
    private FunctionShapes() {}

    public static CallShape of(FunctionType type) {
        return Kind.shape(type);
    }
}
