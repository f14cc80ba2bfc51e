package dev.belay.runtime.internal.bind;

import dev.belay.component.type.ValueType;
import dev.belay.runtime.internal.abi.AbiTypes;
import java.lang.reflect.Type;
import java.util.List;

/**
 * A type whose values are moved as dynamic ones.
 *
 * @param java what is wanted of them when they are lifted
 */
public record LeafType(ValueType type, Type java) {
    /** What moves them in one composition, which knows its resource types. */
    public static Leaf[] leaves(List<LeafType> all, AbiTypes types) {
        return all.stream()
                .map(each -> new Leaf(types.of(each.type()), each.type(), each.java()))
                .toArray(Leaf[]::new);
    }
}
