package dev.belay.runtime.internal.jit;

import dev.belay.runtime.Trap;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.OpcodeImpl;
import run.endive.runtime.TableInstance;
import run.endive.wasm.types.PassiveElement;

/** What compiled code calls for tables. Operands come first, as they lie on the stack. */
public final class Tables {
    private Tables() {}

    public static int get(int element, JitState state, int table) {
        TableInstance elements = state.tables[table];
        check(element, 1, elements.size());
        return elements.ref(element);
    }

    public static @Nullable Object getObject(int element, JitState state, int table) {
        TableInstance elements = state.tables[table];
        check(element, 1, elements.size());
        return elements.objRef(element);
    }

    public static void set(int element, int value, JitState state, int table) {
        TableInstance elements = state.tables[table];
        check(element, 1, elements.size());
        elements.setRef(element, value, state.instance);
    }

    public static void set(int element, @Nullable Object value, JitState state, int table) {
        TableInstance elements = state.tables[table];
        check(element, 1, elements.size());
        elements.setObjRef(element, value, state.instance);
    }

    public static int size(JitState state, int table) {
        return state.tables[table].size();
    }

    public static int grow(int value, int by, JitState state, int table) {
        return state.tables[table].grow(by, value, state.instance);
    }

    public static int grow(@Nullable Object value, int by, JitState state, int table) {
        return state.tables[table].growWithRef(by, value, state.instance);
    }

    public static void fill(int start, int value, int length, JitState state, int table) {
        check(start, length, state.tables[table].size());
        OpcodeImpl.TABLE_FILL(state.instance, table, length, value, start);
    }

    public static void fill(int start, @Nullable Object value, int length, JitState state, int table) {
        TableInstance elements = state.tables[table];
        check(start, length, elements.size());
        for (int i = start; i < start + length; i++) {
            elements.setObjRef(i, value, state.instance);
        }
    }

    public static void copy(int target, int source, int length, JitState state, int to, int from) {
        check(target, length, state.tables[to].size());
        check(source, length, state.tables[from].size());
        OpcodeImpl.TABLE_COPY(state.instance, from, to, length, source, target);
    }

    public static void init(int target, int source, int length, JitState state, int table, int segment) {
        int available = state.instance.element(segment) instanceof PassiveElement passive ? passive.elementCount() : 0;
        check(target, length, state.tables[table].size());
        check(source, length, available);
        OpcodeImpl.TABLE_INIT(state.instance, table, segment, length, source, target);
    }

    public static void drop(JitState state, int segment) {
        state.instance.setElement(segment, null);
    }

    private static void check(int start, int length, int size) {
        if (Integer.toUnsignedLong(start) + Integer.toUnsignedLong(length) > size) {
            throw new Trap(Trap.Kind.TABLE_OUT_OF_BOUNDS);
        }
    }
}
