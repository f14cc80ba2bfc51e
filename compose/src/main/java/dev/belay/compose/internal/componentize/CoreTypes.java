package dev.belay.compose.internal.componentize;

import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreValType;
import dev.belay.component.type.CoreExternType;
import dev.belay.compose.ComponentizeException;
import dev.belay.compose.ComponentizeProblem.WrongType;
import java.util.List;

/** Core signatures that the canonical ABI fixes, and their comparison with what a module has. */
final class CoreTypes {
    static final CoreType.Func HANDLE_IN = function(1, 0);
    static final CoreType.Func HANDLE_IN_AND_OUT = function(1, 1);
    static final CoreType.Func REALLOC = function(4, 1);
    static final CoreType.Func NOTHING = function(0, 0);

    private CoreTypes() {}

    private static CoreType.Func function(int params, int results) {
        return new CoreType.Func(
                java.util.Collections.nCopies(params, CoreValType.I32),
                java.util.Collections.nCopies(results, CoreValType.I32));
    }

    /**
     * @throws ComponentizeException if {@code found} is no function of the expected type
     */
    static void require(String importer, String what, CoreType.Func expected, CoreExternType found) {
        if (!(found instanceof CoreExternType.Func(var type)) || !type.equals(expected)) {
            throw new ComponentizeException(
                    new WrongType(importer, what, "a function " + expected.text(), word(found)));
        }
    }

    /** The parameters of a post-return function are the results that it is to release. */
    static CoreType.Func postReturn(CoreType.Func lifted) {
        return new CoreType.Func(lifted.results(), List.of());
    }

    static String word(CoreExternType type) {
        return switch (type) {
            case CoreExternType.Func(var func) -> "a function " + func.text();
            case CoreExternType.Table _ -> "a table";
            case CoreExternType.Memory _ -> "a memory";
            case CoreExternType.Global _ -> "a global";
            case CoreExternType.Tag _ -> "a tag";
        };
    }
}
