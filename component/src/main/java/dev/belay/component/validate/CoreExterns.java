package dev.belay.component.validate;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.model.CoreSort;
import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreType.CoreExtern;
import dev.belay.component.model.CoreValType;
import dev.belay.component.type.CoreExternType;
import java.util.function.IntFunction;

/** Resolves the types of core imports and exports. */
final class CoreExterns {
    /** Pages of 64 KiB in a 32-bit address space, and in a 64-bit one. */
    private static final long MAX_PAGES_32 = 1L << 16;

    private static final long MAX_PAGES_64 = 1L << 48;
    private static final int USUAL_PAGE_SIZE_LOG2 = 16;

    private CoreExterns() {}

    static CoreSort sort(CoreExternType type) {
        return switch (type) {
            case CoreExternType.Func _ -> CoreSort.FUNC;
            case CoreExternType.Table _ -> CoreSort.TABLE;
            case CoreExternType.Memory _ -> CoreSort.MEMORY;
            case CoreExternType.Global _ -> CoreSort.GLOBAL;
            case CoreExternType.Tag _ -> CoreSort.TAG;
        };
    }

    static CoreExternType resolve(CoreExtern type, IntFunction<CoreTypeDef> scope, CoreTypes types, int offset) {
        return switch (type) {
            case CoreExtern.Func t ->
                new CoreExternType.Func(types.function(scope.apply(t.type()), t.type(), offset));
            case CoreExtern.Tag t -> {
                CoreType.Func func = types.function(scope.apply(t.type()), t.type(), offset);
                if (!func.results().isEmpty()) {
                    throw InvalidComponentException.invalid(offset, "the type of a core tag must have no results");
                }
                yield new CoreExternType.Tag(func);
            }
            case CoreExtern.Table t -> {
                checkOrder(t.limits(), "table", offset);
                var element = (CoreValType.Ref) CoreTypes.resolve(t.element(), scope, offset);
                yield new CoreExternType.Table(element, t.limits());
            }
            case CoreExtern.Memory t -> {
                checkMemory(t.limits(), offset);
                yield new CoreExternType.Memory(t.limits());
            }
            case CoreExtern.Global t ->
                new CoreExternType.Global(CoreTypes.resolve(t.type(), scope, offset), t.mutable());
        };
    }

    private static void checkMemory(CoreType.Limits limits, int offset) {
        checkOrder(limits, "memory", offset);
        int pageSizeLog2 = limits.pageSizeLog2().orElse(USUAL_PAGE_SIZE_LOG2);
        if (pageSizeLog2 != 0 && pageSizeLog2 != USUAL_PAGE_SIZE_LOG2) {
            throw InvalidComponentException.invalid(offset, "the page size of a memory must be 1 or 65536");
        }
        long most = limits.is64() ? MAX_PAGES_64 : MAX_PAGES_32;
        if (pageSizeLog2 == 0) {
            most = limits.is64() ? -1L : 0xffff_ffffL;
        }
        if (Long.compareUnsigned(limits.min(), most) > 0
                || (limits.max().isPresent() && Long.compareUnsigned(limits.max().get(), most) > 0)) {
            throw InvalidComponentException.invalid(
                    offset, "memory size must be at most " + Long.toUnsignedString(most) + " pages");
        }
        if (limits.shared() && limits.max().isEmpty()) {
            throw InvalidComponentException.invalid(offset, "a shared memory must have a maximum size");
        }
    }

    private static void checkOrder(CoreType.Limits limits, String what, int offset) {
        if (limits.max().isPresent() && Long.compareUnsigned(limits.min(), limits.max().get()) > 0) {
            throw InvalidComponentException.invalid(offset, "the size minimum of a " + what + " is greater than its maximum");
        }
    }
}
