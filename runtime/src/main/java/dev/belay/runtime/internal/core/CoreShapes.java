package dev.belay.runtime.internal.core;

import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreValType;
import dev.belay.runtime.internal.typed.CallShape;
import java.lang.classfile.TypeKind;
import java.util.List;

/** The shapes of core function types that the canonical ABI has. */
public final class CoreShapes {
    private CoreShapes() {}

    public static CallShape of(CoreType.Func type) {
        return new CallShape(kinds(type.params()), kinds(type.results()));
    }

    private static List<TypeKind> kinds(List<CoreValType> types) {
        // for each import of each instance: no stream
        var kinds = new TypeKind[types.size()];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = kind(types.get(i));
        }
        return List.of(kinds);
    }

    public static TypeKind kind(CoreValType type) {
        return switch (type) {
            case CoreValType.Num.I32 -> TypeKind.INT;
            case CoreValType.Num.I64 -> TypeKind.LONG;
            case CoreValType.Num.F32 -> TypeKind.FLOAT;
            case CoreValType.Num.F64 -> TypeKind.DOUBLE;
            default -> throw new IllegalArgumentException("no function of the canonical ABI has values of " + type);
        };
    }
}
