package dev.belay.component.validate;

import dev.belay.component.model.CoreType;

/** Defines core types in an index space. */
final class CoreTypeDefinitions {
    private CoreTypeDefinitions() {}

    static void define(CoreType type, Scope scope, int offset) {
        switch (type) {
            case CoreType.Rec group -> define(group, scope.coreTypes, scope.validation, offset);
            case CoreType.Module module ->
                scope.coreTypes.add(new CoreTypeDef.Module(CoreModules.ofType(module, scope)), offset);
        }
    }

    static void define(CoreType.Rec group, IndexSpace<CoreTypeDef> space, Validation validation, int offset) {
        CoreTypes types = validation.coreTypes();
        int first = types.define(group, space.size(), index -> space.get(index, offset), offset);
        for (int id = first; id < first + group.types().size(); id++) {
            space.add(new CoreTypeDef.Defined(id, types.get(id)), offset);
        }
    }
}
