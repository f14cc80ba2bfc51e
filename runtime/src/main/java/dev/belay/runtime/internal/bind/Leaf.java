package dev.belay.runtime.internal.bind;

import dev.belay.component.type.ValueType;
import dev.belay.runtime.internal.abi.AbiType;
import dev.belay.runtime.internal.abi.AbiTypes;
import dev.belay.runtime.internal.abi.Flat;
import java.lang.reflect.Type;

/** Values of a type that is moved as {@link dev.belay.runtime.value} says, by the interpreter of the canonical ABI. */
public final class Leaf {
    static final Leaf STRING = new Leaf(
            new AbiTypes(type -> {
                        throw new IllegalArgumentException("no resource is known for " + type);
                    })
                    .of(ValueType.STRING),
            ValueType.STRING,
            Object.class);

    private final AbiType abi;
    private final ValueType type;
    private final Type java;

    /** @param java what written code wants of what is lifted */
    Leaf(AbiType abi, ValueType type, Type java) {
        this.abi = abi;
        this.type = type;
        this.java = java;
    }

    public static void store(Object value, Leaf leaf, Guest guest, int address) {
        leaf.abi.storeValue(guest.lowering(), JavaArguments.plain(value, leaf.type), address);
    }

    public static Object load(Leaf leaf, Guest guest, int address) {
        return leaf.shaped(leaf.abi.loadValue(guest.lifting(), address));
    }

    public static long[] lower(Object value, Leaf leaf, Guest guest) {
        return leaf.lower(value, guest);
    }

    public static Object lift(long[] values, Leaf leaf, Guest guest) {
        return leaf.lift(values, guest);
    }

    long[] lower(Object value, Guest guest) {
        Flat flat = Flat.writing(abi.flatCount());
        abi.lowerValue(guest.lowering(), JavaArguments.plain(value, type), flat);
        return flat.values();
    }

    Object lift(long[] values, Guest guest) {
        return shaped(abi.liftValue(guest.lifting(), Flat.reading(values)));
    }

    private Object shaped(Object value) {
        return JavaShapes.shape(value, type, java);
    }
}
