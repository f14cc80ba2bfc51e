package dev.belay.compose.internal.componentize;

import dev.belay.component.model.ComponentBinary;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.ResourceType;
import dev.belay.component.type.ValueType;
import dev.belay.compose.internal.encode.ComponentBuilder;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The component that makes an instance of functions and types: it imports them, and exports them under their names, each
 * function in terms of the types exported before it. An instance put together in place could not do that, since there its
 * functions would refer to types that it has no names for.
 */
final class InstanceExport {
    private final InstanceType type;
    /** What it imports, with the export or the type that each is for. */
    private final Map<String, ExternType> imports = new LinkedHashMap<>();
    private final Map<String, String> functions = new LinkedHashMap<>();
    private final Set<ResourceType> resources = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<ValueType> values = new HashSet<>();
    private final Set<ValueType> foreign = new LinkedHashSet<>();
    private final Set<ValueType> named = new HashSet<>();

    InstanceExport(InstanceType type) {
        this.type = type;
        type.exports().forEach((name, export) -> {
            if (export instanceof ExternType.TypeEq(ValueType value)) {
                named.add(value);
            }
        });
        type.exports().forEach((name, export) -> {
            switch (export) {
                case ExternType.AbstractResource(var resource) -> resource(name, resource);
                case ExternType.TypeEq(ResourceType resource) -> resource(name, resource);
                case ExternType.TypeEq(ValueType value) -> {
                    Parts.of(value).forEach(this::value);
                    reference(value);
                    imports.put("import-type-" + name, new ExternType.TypeEq(value));
                    values.add(value);
                }
                case ExternType.Func(FunctionType function) -> {
                    Parts.of(function).forEach(this::value);
                    String label = "import-func" + functions.size();
                    functions.put(name, label);
                    imports.put(label, export);
                }
                default -> throw new IllegalArgumentException("no export of an interface: " + export.sort());
            }
        });
    }

    /** The types and functions to instantiate it with; a function by the name in {@link #functionNames}. */
    Map<String, ExternType> imports() {
        return imports;
    }

    /** The imports' names by those of the functions. */
    Map<String, String> functionNames() {
        return functions;
    }

    ComponentBinary component() {
        var builder = new ComponentBuilder();
        builder.imports(imports);
        foreign.forEach(builder::exportInTermsOf);
        type.exports().forEach((name, export) -> {
            String function = functions.get(name);
            if (function == null) {
                builder.exportType(name, export);
            } else {
                builder.exportAs(name, builder.imported(function), export);
            }
        });
        return builder.build();
    }

    private void value(ValueType value) {
        if (!values.add(value)) {
            return;
        }
        Parts.of(value).forEach(this::value);
        reference(value);
        if (Parts.needsName(value) && !named.contains(value)) {
            foreign.add(value);
            imports.put("import-part" + foreign.size(), new ExternType.TypeEq(value));
        }
    }

    private void reference(ValueType value) {
        switch (value) {
            case ValueType.Own(var resource) -> resource("part" + resources.size(), resource);
            case ValueType.Borrow(var resource) -> resource("part" + resources.size(), resource);
            default -> {}
        }
    }

    private void resource(String name, ResourceType resource) {
        if (resources.add(resource.origin())) {
            imports.put("import-type-" + name, new ExternType.AbstractResource(resource.origin()));
        }
    }
}
