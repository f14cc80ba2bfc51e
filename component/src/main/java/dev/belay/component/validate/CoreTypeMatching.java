package dev.belay.component.validate;

import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreValType;
import dev.belay.component.type.CoreSubtyping;
import java.util.List;

/** Whether a core type may declare another its supertype (core specification, "Composite Types" under "Matching"). */
final class CoreTypeMatching {
    private final CoreTypes types;

    CoreTypeMatching(CoreTypes types) {
        this.types = types;
    }

    boolean matches(CoreType.Composite actual, CoreType.Composite expected) {
        return switch (expected) {
            case CoreType.Func e ->
                actual instanceof CoreType.Func a
                        && all(e.params(), a.params())
                        && all(a.results(), e.results());
            case CoreType.Array e -> actual instanceof CoreType.Array a && field(a.element(), e.element());
            case CoreType.Struct e -> actual instanceof CoreType.Struct a && fields(a.fields(), e.fields());
        };
    }

    private boolean fields(List<CoreType.CoreField> actual, List<CoreType.CoreField> expected) {
        if (actual.size() < expected.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            if (!field(actual.get(i), expected.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean field(CoreType.CoreField actual, CoreType.CoreField expected) {
        if (actual.mutable() != expected.mutable()) {
            return false;
        }
        if (!actual.mutable()
                && actual.storage() instanceof CoreType.Storage.Of a
                && expected.storage() instanceof CoreType.Storage.Of e) {
            return value(a.type(), e.type());
        }
        return actual.storage().equals(expected.storage());
    }

    private boolean all(List<CoreValType> actual, List<CoreValType> expected) {
        if (actual.size() != expected.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            if (!value(actual.get(i), expected.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean value(CoreValType actual, CoreValType expected) {
        if (actual instanceof CoreValType.Ref a
                && expected instanceof CoreValType.Ref e
                && a.heap() instanceof CoreValType.IndexedHeap defined) {
            if (a.nullable() && !e.nullable()) {
                return false;
            }
            return e.heap() instanceof CoreValType.IndexedHeap other
                    ? types.isSubtype(defined.type(), other.type())
                    : isOfKind(defined.type(), e.heap());
        }
        return CoreSubtyping.matches(actual, expected);
    }

    private boolean isOfKind(int type, CoreValType.Heap kind) {
        var own = switch (types.get(type).type()) {
            case CoreType.Func _ -> CoreValType.AbstractHeap.FUNC;
            case CoreType.Struct _ -> CoreValType.AbstractHeap.STRUCT;
            case CoreType.Array _ -> CoreValType.AbstractHeap.ARRAY;
        };
        return CoreSubtyping.matches(
                new CoreValType.Ref(false, own, false), new CoreValType.Ref(false, kind, false));
    }
}
