package dev.belay.runtime.internal.abi;

import dev.belay.component.abi.Flattening;
import dev.belay.component.abi.Layout;
import dev.belay.component.type.ValueType;

/** A value type with its layout worked out: how to load, store, lift and lower its values. */
public abstract class AbiType {
    private final int size;
    private final int alignment;
    private final int flatCount;

    AbiType(ValueType type) {
        this.size = Math.toIntExact(Layout.size(type));
        this.alignment = Layout.alignment(type);
        this.flatCount = Flattening.flatten(type).size();
    }

    /** In bytes. */
    public final int size() {
        return size;
    }

    public final int alignment() {
        return alignment;
    }

    /** Core values that stand for one value; of a type with too many to be passed flat, at least one more than that. */
    public final int flatCount() {
        return flatCount;
    }

    /** Reads a value at {@code address}, which is aligned and in bounds. */
    abstract Object load(LiftContext context, int address);

    /** Writes a value at {@code address}, which is aligned and in bounds. */
    abstract void store(LowerContext context, Object value, int address);

    abstract Object lift(LiftContext context, Flat flat);

    abstract void lower(LowerContext context, Object value, Flat flat);

    /** {@link #load} for code that was written. */
    public final Object loadValue(LiftContext context, int address) {
        return load(context, address);
    }

    /** {@link #store} for code that was written. */
    public final void storeValue(LowerContext context, Object value, int address) {
        store(context, value, address);
    }

    /** {@link #lift} for code that was written. */
    public final Object liftValue(LiftContext context, Flat flat) {
        return lift(context, flat);
    }

    /** {@link #lower} for code that was written. */
    public final void lowerValue(LowerContext context, Object value, Flat flat) {
        lower(context, value, flat);
    }

    static IllegalArgumentException mismatch(String expected, Object found) {
        return new IllegalArgumentException(
                "expected " + expected + ", found " + found.getClass().getSimpleName() + " " + shorten(found));
    }

    private static String shorten(Object found) {
        String text = String.valueOf(found);
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
