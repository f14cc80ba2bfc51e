package dev.belay.component.validate;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.model.Instance;
import dev.belay.component.type.ComponentType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.Mismatch;
import dev.belay.component.type.Subtyping;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Checks component instances. */
final class Instances {
    private Instances() {}

    static void define(Instance instance, Scope scope, int offset) {
        InstanceType type = switch (instance) {
            case Instance.Instantiate i -> instantiate(i, scope, offset);
            case Instance.FromExports i -> fromExports(i, scope, offset);
        };
        scope.validation.sizes().check(type, offset);
        scope.instances.add(type, offset);
    }

    private static InstanceType instantiate(Instance.Instantiate instance, Scope scope, int offset) {
        ComponentType component = scope.components.get(instance.component(), offset);
        Map<String, ExternType> args = args(instance, scope, offset);
        var check = Subtyping.start();
        var renaming = new Renaming(scope.validation.effort());
        component.imports().forEach((name, expected) -> {
            scope.validation.sizes().spend(expected, scope.validation.effort());
            ExternType actual = args.get(name);
            if (actual == null) {
                throw InvalidComponentException.invalid(
                        offset, "missing import named `" + name + "` in the instantiation of component " + instance.component());
            }
            if (!check.require(name, actual, expected)) {
                throw InvalidComponentException.invalid(
                        offset,
                        "type mismatch for import `" + name + "` of component " + instance.component() + ": "
                                + summary(check));
            }
            Naming.bind(actual, expected, renaming);
        });
        return Naming.instance(new InstanceType(component.exports()), renaming);
    }

    private static Map<String, ExternType> args(Instance.Instantiate instance, Scope scope, int offset) {
        var args = new HashMap<String, ExternType>();
        for (var arg : instance.args()) {
            if (args.putIfAbsent(arg.name(), Externs.use(arg.value(), scope, offset)) != null) {
                throw InvalidComponentException.invalid(
                        offset, "instantiation argument `" + arg.name() + "` conflicts with previous argument `" + arg.name() + "`");
            }
        }
        return args;
    }

    private static String summary(Subtyping check) {
        Mismatch first = check.mismatches().getFirst();
        int others = check.mismatches().size() - 1;
        return first + (others == 0 ? "" : " (and " + others + " more)");
    }

    private static InstanceType fromExports(Instance.FromExports instance, Scope scope, int offset) {
        var names = ExternNames.ofBundle();
        var exports = new LinkedHashMap<String, ExternType>();
        for (var export : instance.exports()) {
            ExternType type = Externs.use(export.value(), scope, offset);
            names.add(export.name(), type, offset);
            exports.put(export.name().name(), type);
        }
        return new InstanceType(exports);
    }
}
