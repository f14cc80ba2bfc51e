package dev.belay.runtime.internal.jit;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import run.endive.runtime.Instance;
import run.endive.wasm.types.FunctionBody;

/**
 * Where Endive's interpreter finds the bodies of an instance's functions: an array that nothing gives out. Instances are made of
 * modules without bodies, and all of a module share the array; bodies that are interpreted after all are put in here. They are
 * immutable, and it does not matter which thread is first.
 */
final class InstanceBodies {
    private static final MethodHandle FUNCTIONS = functions();

    private InstanceBodies() {}

    static FunctionBody[] of(Instance instance) {
        try {
            return (FunctionBody[]) FUNCTIONS.invokeExact(instance);
        } catch (Throwable e) {
            throw new IllegalStateException("the bodies of an instance cannot be read: " + e, e);
        }
    }

    private static MethodHandle functions() {
        try {
            return MethodHandles.privateLookupIn(Instance.class, MethodHandles.lookup())
                    .findGetter(Instance.class, "functions", FunctionBody[].class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this release of Endive keeps bodies elsewhere: " + e, e);
        }
    }
}
