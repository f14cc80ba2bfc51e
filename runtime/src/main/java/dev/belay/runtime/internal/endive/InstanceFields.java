package dev.belay.runtime.internal.endive;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import run.endive.runtime.GlobalInstance;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;
import run.endive.runtime.TableInstance;
import run.endive.wasm.types.DataSegment;
import run.endive.wasm.types.FunctionBody;
import run.endive.wasm.types.FunctionType;

/**
 * Fields of Endive's instances that its constructor fills for each instance anew: with copies of what is the same for all of a
 * module, and with what only {@code initialize} would make.
 */
final class InstanceFields {
    private static final MethodHandle SET_FUNCTIONS = setter("functions");
    private static final MethodHandle SET_TYPES = setter("types");
    private static final MethodHandle SET_FUNCTION_TYPES = setter("functionTypes");
    private static final MethodHandle SET_GLOBALS = setter("globals");
    private static final MethodHandle SET_TABLES = setter("tables");
    private static final MethodHandle GLOBALS = getter("globals");
    private static final MethodHandle MEMORIES = getter("memories");
    private static final MethodHandle DATA = getter("dataSegments");

    private InstanceFields() {}

    /** Gives an instance arrays that others have as well. */
    static void share(Instance instance, FunctionBody[] functions, FunctionType[] types, int[] functionTypes) {
        try {
            SET_FUNCTIONS.invokeExact(instance, functions);
            SET_TYPES.invokeExact(instance, types);
            SET_FUNCTION_TYPES.invokeExact(instance, functionTypes);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /** Gives an instance what it defines. */
    static void restore(Instance instance, GlobalInstance[] globals, TableInstance[] tables) {
        try {
            SET_GLOBALS.invokeExact(instance, globals);
            SET_TABLES.invokeExact(instance, tables);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /** Those that it defines. */
    static GlobalInstance[] globals(Instance instance) {
        try {
            return (GlobalInstance[]) GLOBALS.invokeExact(instance);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /** Those that it defines. */
    static Memory[] memories(Instance instance) {
        try {
            return (Memory[]) MEMORIES.invokeExact(instance);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    static DataSegment[] data(Instance instance) {
        try {
            return (DataSegment[]) DATA.invokeExact(instance);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    private static MethodHandle setter(String name) {
        try {
            return lookup().unreflectSetter(field(name));
        } catch (ReflectiveOperationException e) {
            throw elsewhere(e);
        }
    }

    private static MethodHandle getter(String name) {
        try {
            return lookup().unreflectGetter(field(name));
        } catch (ReflectiveOperationException e) {
            throw elsewhere(e);
        }
    }

    private static MethodHandles.Lookup lookup() throws IllegalAccessException {
        return MethodHandles.privateLookupIn(Instance.class, MethodHandles.lookup());
    }

    private static Field field(String name) throws NoSuchFieldException {
        Field field = Instance.class.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    private static IllegalStateException elsewhere(ReflectiveOperationException e) {
        return new IllegalStateException("this release of Endive keeps what instances have elsewhere: " + e, e);
    }

    private static IllegalStateException failed(Throwable e) {
        return new IllegalStateException("a field of an instance cannot be reached: " + e, e);
    }
}
