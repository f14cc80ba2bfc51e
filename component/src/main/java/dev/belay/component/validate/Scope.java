package dev.belay.component.validate;

import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreValType;
import dev.belay.component.type.AnyType;
import dev.belay.component.type.ComponentType;
import dev.belay.component.type.CoreExternType;
import dev.belay.component.type.CoreModuleType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.ResourceType;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The index spaces of a component, a component type or an instance type, and what it imports and exports so far. */
final class Scope {
    enum Kind {
        COMPONENT,
        COMPONENT_TYPE,
        INSTANCE_TYPE
    }

    final Kind kind;
    final Optional<Scope> parent;
    final Validation validation;
    private final int depth;

    final IndexSpace<CoreType.Func> coreFuncs = new IndexSpace<>("core function");
    final IndexSpace<CoreExternType.Table> coreTables = new IndexSpace<>("core table");
    final IndexSpace<CoreExternType.Memory> coreMemories = new IndexSpace<>("core memory");
    final IndexSpace<CoreExternType.Global> coreGlobals = new IndexSpace<>("core global");
    final IndexSpace<CoreExternType.Tag> coreTags = new IndexSpace<>("core tag");
    final IndexSpace<CoreTypeDef> coreTypes = new IndexSpace<>("core type");
    final IndexSpace<CoreModuleType> coreModules = new IndexSpace<>("core module");
    final IndexSpace<Map<String, CoreExternType>> coreInstances = new IndexSpace<>("core instance");
    final IndexSpace<FunctionType> funcs = new IndexSpace<>("function");
    final IndexSpace<ValueSlot> values = new IndexSpace<>("value");
    final IndexSpace<AnyType> types = new IndexSpace<>("type");
    final IndexSpace<ComponentType> components = new IndexSpace<>("component");
    final IndexSpace<InstanceType> instances = new IndexSpace<>("instance");

    final ExternNames importNames = new ExternNames("import");
    final ExternNames exportNames = new ExternNames("export");
    final Map<String, ExternType> imports = new LinkedHashMap<>();
    final Map<String, ExternType> exports = new LinkedHashMap<>();
    final Visibility visibility = new Visibility();

    /** Origins of the resource types that an import or export of this scope has introduced. */
    final Set<ResourceType> bound = Collections.newSetFromMap(new IdentityHashMap<>());
    /** The resource types that this component defines, with what represents them. */
    final Map<ResourceType, CoreValType> definedResources = new IdentityHashMap<>();

    private Scope(Kind kind, Optional<Scope> parent, Validation validation, int depth) {
        this.kind = kind;
        this.parent = parent;
        this.validation = validation;
        this.depth = depth;
    }

    static Scope outermost(Validation validation) {
        return new Scope(Kind.COMPONENT, Optional.empty(), validation, 0);
    }

    Scope within(Kind inner, int offset) {
        validation.nesting().reach(depth + 1, offset);
        return new Scope(inner, Optional.of(this), validation, depth + 1);
    }

    /** That a component which is known already is within this. */
    void reach(ValidComponent known, int offset) {
        validation.nesting().reach(depth + 1 + known.nesting(), offset);
    }

    boolean isComponent() {
        return kind == Kind.COMPONENT;
    }
}
