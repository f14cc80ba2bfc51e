package dev.belay.component.validate;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.model.CoreInstance;
import dev.belay.component.type.CoreExternType;
import dev.belay.component.type.CoreModuleType;
import dev.belay.component.type.CoreSubtyping;
import dev.belay.component.type.TypeText;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks core instances. */
final class CoreInstances {
    private CoreInstances() {}

    static void define(CoreInstance instance, Scope scope, int offset) {
        scope.coreInstances.add(
                switch (instance) {
                    case CoreInstance.Instantiate i -> instantiate(i, scope, offset);
                    case CoreInstance.FromExports i -> fromExports(i, scope, offset);
                },
                offset);
    }

    private static Map<String, CoreExternType> instantiate(CoreInstance.Instantiate instance, Scope scope, int offset) {
        CoreModuleType module = scope.coreModules.get(instance.module(), offset);
        scope.validation.effort().spend(module.imports().size());
        var args = new HashMap<String, Map<String, CoreExternType>>();
        for (var arg : instance.args()) {
            if (args.putIfAbsent(arg.name(), scope.coreInstances.get(arg.instance(), offset)) != null) {
                throw InvalidComponentException.invalid(
                        offset, "duplicate module instantiation argument named `" + arg.name() + "`");
            }
        }
        for (var expected : module.imports()) {
            check(expected, args.get(expected.module()), offset);
        }
        return module.exports();
    }

    private static void check(
            CoreModuleType.Import expected, @Nullable Map<String, CoreExternType> arg, int offset) {
        if (arg == null) {
            throw InvalidComponentException.invalid(
                    offset, "missing module instantiation argument named `" + expected.module() + "`");
        }
        CoreExternType actual = arg.get(expected.name());
        if (actual == null) {
            throw InvalidComponentException.invalid(
                    offset,
                    "module instantiation argument `" + expected.module() + "` does not export an item named `"
                            + expected.name() + "`");
        }
        if (!CoreSubtyping.matches(actual, expected.type())) {
            throw InvalidComponentException.invalid(
                    offset,
                    "type mismatch for export `" + expected.name() + "` of module instantiation argument `"
                            + expected.module() + "`: expected " + TypeText.of(expected.type()) + ", found "
                            + TypeText.of(actual));
        }
    }

    private static Map<String, CoreExternType> fromExports(CoreInstance.FromExports instance, Scope scope, int offset) {
        var exports = new LinkedHashMap<String, CoreExternType>();
        for (var export : instance.exports()) {
            int index = export.index();
            CoreExternType type = switch (export.sort()) {
                case FUNC -> new CoreExternType.Func(scope.coreFuncs.get(index, offset));
                case TABLE -> scope.coreTables.get(index, offset);
                case MEMORY -> scope.coreMemories.get(index, offset);
                case GLOBAL -> scope.coreGlobals.get(index, offset);
                case TAG -> scope.coreTags.get(index, offset);
                case TYPE, MODULE, INSTANCE ->
                    throw InvalidComponentException.invalid(
                            offset, "a core instance cannot export a core " + export.sort().text());
            };
            if (exports.putIfAbsent(export.name(), type) != null) {
                throw InvalidComponentException.invalid(offset, "export name `" + export.name() + "` already defined");
            }
        }
        return exports;
    }
}
