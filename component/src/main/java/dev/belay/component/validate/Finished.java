package dev.belay.component.validate;

import dev.belay.component.type.ComponentType;
import dev.belay.component.type.InstanceType;

/** The type of a scope that is complete: each resource type that it introduces is one object again. */
final class Finished {
    private Finished() {}

    static InstanceType instance(Scope scope, int offset) {
        check(scope, offset);
        return renaming(scope).apply(new InstanceType(scope.exports));
    }

    static ComponentType component(Scope scope, int offset) {
        check(scope, offset);
        return renaming(scope).apply(new ComponentType(scope.imports, scope.exports));
    }

    private static void check(Scope scope, int offset) {
        scope.validation.sizes().check(scope.imports.values(), scope.exports.values(), offset);
    }

    private static Renaming renaming(Scope scope) {
        return Renaming.toOrigins(scope.bound, scope.validation.effort());
    }
}
