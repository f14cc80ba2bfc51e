package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.typed.CallShape;
import dev.belay.runtime.internal.typed.TypedCall;
import run.endive.runtime.Instance;

/**
 * What a table's element was when it was last called.
 *
 * @param typeIndex the caller's type that it was found to match
 */
record ForeignCall(Instance owner, int function, int typeIndex, TypedCall call) {

    boolean isOf(Instance itsOwner, int itsFunction, int wanted) {
        return owner == itsOwner && function == itsFunction && typeIndex == wanted;
    }

    static TypedCall resolve(Instance owner, int function, CallShape shape) {
        if (owner.getMachine() instanceof JitMachine machine) {
            return machine.typed(function);
        }
        return shape.byArray(Mixed.body(owner, function));
    }
}
