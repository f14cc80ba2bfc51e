package dev.belay.component.type;

import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreValType;
import dev.belay.component.model.CoreValType.AbstractHeap;
import java.util.List;

/**
 * Whether one core type will do where another is expected: import matching of the core specification.
 *
 * <p>References to defined types are the same if their indices are, so both sides must count them alike.
 */
public final class CoreSubtyping {
    /** Pages are 64 KiB unless a memory says otherwise. */
    private static final int USUAL_PAGE_SIZE_LOG2 = 16;

    private CoreSubtyping() {}

    public static boolean matches(CoreExternType actual, CoreExternType expected) {
        return switch (expected) {
            case CoreExternType.Func e -> actual instanceof CoreExternType.Func a && equal(a.type(), e.type());
            case CoreExternType.Tag e -> actual instanceof CoreExternType.Tag a && equal(a.type(), e.type());
            case CoreExternType.Memory e ->
                actual instanceof CoreExternType.Memory a && matches(a.limits(), e.limits());
            case CoreExternType.Table e ->
                actual instanceof CoreExternType.Table a
                        && equal(a.element(), e.element())
                        && matches(a.limits(), e.limits());
            case CoreExternType.Global e ->
                actual instanceof CoreExternType.Global a
                        && a.mutable() == e.mutable()
                        && (e.mutable() ? equal(a.type(), e.type()) : matches(a.type(), e.type()));
        };
    }

    public static boolean equal(CoreType.Func a, CoreType.Func b) {
        return equal(a.params(), b.params()) && equal(a.results(), b.results());
    }

    /** Equal whether or not a reference was written in its short form. */
    public static boolean equal(CoreValType a, CoreValType b) {
        if (a instanceof CoreValType.Ref ra && b instanceof CoreValType.Ref rb) {
            return ra.nullable() == rb.nullable() && ra.heap().equals(rb.heap());
        }
        return a.equals(b);
    }

    public static boolean matches(CoreValType actual, CoreValType expected) {
        if (actual instanceof CoreValType.Ref a && expected instanceof CoreValType.Ref e) {
            return (e.nullable() || !a.nullable()) && matches(a.heap(), e.heap());
        }
        return actual.equals(expected);
    }

    private static boolean equal(List<CoreValType> a, List<CoreValType> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!equal(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(CoreValType.Heap actual, CoreValType.Heap expected) {
        if (actual.equals(expected)) {
            return true;
        }
        if (!(actual instanceof AbstractHeap a)) {
            // Defined types that cross a component's boundary are those of functions: nothing else has a use for them.
            return expected == AbstractHeap.FUNC;
        }
        if (!(expected instanceof AbstractHeap e)) {
            return a == AbstractHeap.NOFUNC;
        }
        return switch (a) {
            case NOFUNC -> e == AbstractHeap.FUNC;
            case NOEXTERN -> e == AbstractHeap.EXTERN;
            case NOEXN -> e == AbstractHeap.EXN;
            case NOCONT -> e == AbstractHeap.CONT;
            case NONE ->
                switch (e) {
                    case ANY, EQ, I31, STRUCT, ARRAY -> true;
                    default -> false;
                };
            case I31, STRUCT, ARRAY -> e == AbstractHeap.EQ || e == AbstractHeap.ANY;
            case EQ -> e == AbstractHeap.ANY;
            case FUNC, EXTERN, ANY, EXN, CONT -> false;
        };
    }

    private static boolean matches(CoreType.Limits actual, CoreType.Limits expected) {
        return actual.shared() == expected.shared()
                && actual.is64() == expected.is64()
                && actual.pageSizeLog2().orElse(USUAL_PAGE_SIZE_LOG2).intValue()
                        == expected.pageSizeLog2().orElse(USUAL_PAGE_SIZE_LOG2).intValue()
                && Long.compareUnsigned(actual.min(), expected.min()) >= 0
                && (expected.max().isEmpty()
                        || (actual.max().isPresent()
                                && Long.compareUnsigned(actual.max().get(), expected.max().get()) <= 0));
    }
}
