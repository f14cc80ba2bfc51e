package dev.belay.runtime.internal.jit;

import dev.belay.runtime.Trap;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.ConstantEvaluators;
import run.endive.runtime.WasmArray;
import run.endive.runtime.WasmI31Ref;
import run.endive.runtime.WasmStruct;
import run.endive.wasm.types.Element;
import run.endive.wasm.types.StorageType;

/**
 * What compiled code calls for structs, arrays and small numbers. They are Endive's objects, so that the interpreter, constant
 * expressions, tables and globals have the same; operands come first, as they lie on the stack. The JVM's collector is theirs;
 * what is made is counted by the state.
 */
public final class Heap {
    /** Elements of an array: a guest has no business with more than 512 MiB in one, and must not ask the host for them. */
    private static final int MAX_ELEMENTS = 1 << 26;

    /** Of an object, and of the one or two arrays that hold what is in it. */
    private static final int OBJECT_BYTES = 64;

    private Heap() {}

    private static WasmStruct struct(@Nullable Object reference) {
        if (reference == null) {
            throw Trap.of(Trap.Kind.NULL_REFERENCE, "structure");
        }
        return (WasmStruct) reference;
    }

    private static WasmArray array(@Nullable Object reference) {
        if (reference == null) {
            throw Trap.of(Trap.Kind.NULL_REFERENCE, "array");
        }
        return (WasmArray) reference;
    }

    private static Trap outside(WasmArray array) {
        return Trap.of(Trap.Kind.ARRAY_OUT_OF_BOUNDS, "of " + array.length() + " elements");
    }

    private static void check(WasmArray array, int start, int length) {
        if (Integer.toUnsignedLong(start) + Integer.toUnsignedLong(length) > array.length()) {
            throw outside(array);
        }
    }

    private static int checkLength(int length) {
        if (length < 0 || length > MAX_ELEMENTS) {
            throw Trap.of(
                    Trap.Kind.MEMORY_LIMIT,
                    "an array of " + Integer.toUnsignedString(length) + " elements, of at most " + MAX_ELEMENTS);
        }
        return length;
    }

    /** What an object takes of the host's heap at most, with its arrays. */
    private static long bytes(int slots, boolean references) {
        return OBJECT_BYTES + (long) slots * (references ? 2 * Long.BYTES : Long.BYTES);
    }

    public static Object struct(
            long[] fields, @Nullable Object @Nullable [] references, JitState state, int type) {
        WasmStruct struct =
                WasmStruct.builder().typeIdx(type).fields(fields).fieldRefs(references).build();
        return state.made(struct, bytes(fields.length, references != null));
    }

    public static long field(@Nullable Object reference, int field) {
        return struct(reference).field(field);
    }

    public static @Nullable Object fieldObject(@Nullable Object reference, int field) {
        return struct(reference).fieldRef(field);
    }

    public static void setField(@Nullable Object reference, long value, int field) {
        struct(reference).setField(field, value);
    }

    public static void setField(@Nullable Object reference, @Nullable Object value, int field) {
        struct(reference).setFieldRef(field, value);
    }

    public static Object array(
            long[] elements, @Nullable Object @Nullable [] references, JitState state, int type) {
        WasmArray array = WasmArray.builder()
                .typeIdx(type)
                .elements(elements)
                .elementRefs(references)
                .build();
        return state.made(array, bytes(elements.length, references != null));
    }

    public static Object filled(long value, int length, JitState state, int type) {
        state.requireRoom(bytes(checkLength(length), false));
        var elements = new long[length];
        if (value != 0) {
            Arrays.fill(elements, value);
        }
        return array(elements, null, state, type);
    }

    public static Object filled(@Nullable Object value, int length, JitState state, int type) {
        state.requireRoom(bytes(checkLength(length), true));
        var references = new @Nullable Object[length];
        if (value != null) {
            Arrays.fill(references, value);
        }
        return array(new long[length], references, state, type);
    }

    public static long element(@Nullable Object reference, int index) {
        WasmArray array = array(reference);
        if (Integer.compareUnsigned(index, array.length()) >= 0) {
            throw outside(array);
        }
        return array.get(index);
    }

    public static @Nullable Object elementObject(@Nullable Object reference, int index) {
        WasmArray array = array(reference);
        if (Integer.compareUnsigned(index, array.length()) >= 0) {
            throw outside(array);
        }
        return array.getRef(index);
    }

    public static void setElement(@Nullable Object reference, int index, long value) {
        WasmArray array = array(reference);
        if (Integer.compareUnsigned(index, array.length()) >= 0) {
            throw outside(array);
        }
        array.set(index, value);
    }

    public static void setElement(@Nullable Object reference, int index, @Nullable Object value) {
        WasmArray array = array(reference);
        if (Integer.compareUnsigned(index, array.length()) >= 0) {
            throw outside(array);
        }
        array.setRef(index, value);
    }

    public static int length(@Nullable Object reference) {
        return array(reference).length();
    }

    public static void fill(@Nullable Object reference, int start, long value, int length) {
        WasmArray array = array(reference);
        check(array, start, length);
        Arrays.fill(array.elements(), start, start + length, value);
    }

    public static void fill(@Nullable Object reference, int start, @Nullable Object value, int length) {
        WasmArray array = array(reference);
        check(array, start, length);
        for (int i = start; i < start + length; i++) {
            array.setRef(i, value);
        }
    }

    public static void copy(@Nullable Object to, int target, @Nullable Object from, int source, int length) {
        WasmArray into = array(to);
        WasmArray out = array(from);
        check(into, target, length);
        check(out, source, length);
        System.arraycopy(out.elements(), source, into.elements(), target, length);
        if (out.elementRefs() != null && length > 0) {
            // makes its array, if it has none
            into.setRef(target, into.getRef(target));
            System.arraycopy(out.elementRefs(), source, into.elementRefs(), target, length);
        }
    }

    public static Object arrayOfData(int offset, int length, JitState state, int type, int segment) {
        Object array = filled(0, dataLength(offset, length, state, type, segment), state, type);
        initialiseByData(array, 0, offset, length, state, type, segment);
        return array;
    }

    /** The length, if there is as much data: asked before an array is made. */
    private static int dataLength(int offset, int length, JitState state, int type, int segment) {
        long bytes = Integer.toUnsignedLong(length) * storage(state, type).byteSize();
        if (Integer.toUnsignedLong(offset) + bytes > state.instance.dataSegmentData(segment).length) {
            throw new Trap(Trap.Kind.MEMORY_OUT_OF_BOUNDS);
        }
        return length;
    }

    public static void initialiseByData(
            @Nullable Object reference,
            int target,
            int offset,
            int length,
            JitState state,
            int type,
            int segment) {
        WasmArray array = array(reference);
        check(array, target, length);
        dataLength(offset, length, state, type, segment);
        byte[] data = state.instance.dataSegmentData(segment);
        int size = storage(state, type).byteSize();
        for (int i = 0; i < length; i++) {
            long value = 0;
            for (int j = size - 1; j >= 0; j--) {
                value = value << Byte.SIZE | data[offset + i * size + j] & 0xff;
            }
            array.set(target + i, value);
        }
    }

    private static StorageType storage(JitState state, int type) {
        return state.code.facts().subType(type).compType().arrayType().fieldType().storageType();
    }

    public static Object arrayOfElements(int offset, int length, JitState state, int type, int segment) {
        elementsFrom(offset, length, state, segment);
        Object array = storage(state, type).isObjectRef() ? filled(null, length, state, type) : filled(-1, length, state, type);
        initialiseByElements(array, 0, offset, length, state, type, segment);
        return array;
    }

    private static void elementsFrom(int offset, int length, JitState state, int segment) {
        Element elements = state.instance.element(segment);
        int count = elements == null ? 0 : elements.elementCount();
        if (Integer.toUnsignedLong(offset) + Integer.toUnsignedLong(length) > count) {
            throw new Trap(Trap.Kind.TABLE_OUT_OF_BOUNDS);
        }
    }

    public static void initialiseByElements(
            @Nullable Object reference,
            int target,
            int offset,
            int length,
            JitState state,
            int type,
            int segment) {
        WasmArray array = array(reference);
        check(array, target, length);
        elementsFrom(offset, length, state, segment);
        boolean objects = storage(state, type).isObjectRef();
        for (int i = 0; i < length; i++) {
            var value = ConstantEvaluators.computeConstant(
                    state.instance,
                    state.instance.element(segment).initializers().get(offset + i));
            if (objects) {
                array.setRef(target + i, value.ref());
            } else {
                array.set(target + i, value.longValue());
            }
        }
    }

    public static Object i31(int value) {
        return new WasmI31Ref(value);
    }

    private static WasmI31Ref i31(@Nullable Object reference) {
        if (reference == null) {
            throw Trap.of(Trap.Kind.NULL_REFERENCE, "i31");
        }
        return (WasmI31Ref) reference;
    }

    public static int i31Signed(@Nullable Object reference) {
        return i31(reference).value() << 1 >> 1;
    }

    public static int i31Unsigned(@Nullable Object reference) {
        return i31(reference).value();
    }
}
