package dev.belay.compose.internal.encode;

import dev.belay.component.model.Alias;
import dev.belay.component.model.At;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.model.Export;
import dev.belay.component.model.CoreValType;
import dev.belay.component.model.ExternDesc;
import dev.belay.component.model.ExternName;
import dev.belay.component.model.Import;
import dev.belay.component.model.Instance;
import dev.belay.component.model.Section;
import dev.belay.component.model.Sort;
import dev.belay.component.model.SortIndex;
import dev.belay.component.model.Type;
import dev.belay.component.model.ValTypeRef;
import dev.belay.component.type.AnyType;
import dev.belay.component.type.CoreModuleType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.ResourceType;
import dev.belay.component.type.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A component under construction: definitions are added in their order, and each gets its index. What {@link #imports}
 * announces is imported as soon as something refers to its types, so that the order of imports need not be known before.
 */
public final class ComponentBuilder {
    private final Definitions definitions = new Definitions();
    private final CoreDefinitions core = new CoreDefinitions(definitions);
    private final Map<String, ExternType> announced = new java.util.LinkedHashMap<>();
    private final Map<String, SortIndex> imported = new java.util.LinkedHashMap<>();
    private final Map<ResourceType, String> introducedBy = new IdentityHashMap<>();
    private final Map<Alias.Export, Integer> aliases = new HashMap<>();
    private final Scope scope = new Scope();
    private final ExportScope exported = new ExportScope();

    /** Announces imports and adds them, each after those that it refers to. */
    public ComponentBuilder imports(Map<String, ExternType> imports) {
        announced.putAll(imports);
        imports.forEach((name, type) -> {
            if (type instanceof ExternType.Instance(InstanceType instance)) {
                instance.exports().values().forEach(export -> {
                    if (export instanceof ExternType.AbstractResource(var variable)) {
                        introducedBy.put(variable.origin(), name);
                    }
                });
            } else if (type instanceof ExternType.AbstractResource(var variable)) {
                introducedBy.put(variable.origin(), name);
            }
        });
        imports.keySet().forEach(this::imported);
        return this;
    }

    /**
     * Where an announced import is.
     *
     * @throws UnknownResourceException if its type refers to a resource type that no import brings
     */
    public SortIndex imported(String name) {
        SortIndex known = imported.get(name);
        if (known != null) {
            return known;
        }
        ExternType type = announced.get(name);
        if (type == null) {
            throw new IllegalStateException("not announced: " + name);
        }
        return addImport(name, type);
    }

    /** Adds an import that nothing before refers to. */
    public SortIndex addImport(String name, ExternType type) {
        ExternDesc desc = scope.extern(name, type);
        definitions.add(new Section.Imports(List.of(At.nowhere(new Import(ExternName.of(name), desc)))));
        SortIndex index = definitions.next(sortOf(type));
        scope.introduce(type, index.index());
        imported.put(name, index);
        announced.put(name, type);
        return index;
    }

    /** The names imported so far, in their order. */
    public List<String> importNames() {
        return List.copyOf(imported.keySet());
    }

    /** Defines a type, which refers to no resource types but its own and those of imports. */
    public SortIndex type(AnyType type) {
        return new SortIndex(Sort.TYPE, scope.any(type));
    }

    /** The index of a type, defined first if it has none yet. */
    public int typeIndex(AnyType type) {
        return scope.any(type);
    }

    /** How a canonical definition refers to a value type. */
    public ValTypeRef reference(ValueType type) {
        return scope.ref(type);
    }

    /** Defines a resource type of this component; what is defined after refers to it by the index. */
    public int resource(ResourceType resource, Optional<Integer> destructor) {
        int index = scope.define(new Type.Resource(CoreValType.I32, destructor));
        scope.name(resource, index);
        return index;
    }

    /** Modules, core instances and canonical definitions. */
    public CoreDefinitions core() {
        return core;
    }

    /**
     * Exports a value under a type of its own, which refers to the types exported before; {@link #exportType} gives those
     * new names.
     */
    public void exportAs(String name, SortIndex value, ExternType type) {
        ExternDesc desc = exported.extern(name, type);
        definitions.add(new Section.Exports(
                List.of(At.nowhere(new Export(ExternName.of(name), value, Optional.of(desc))))));
        definitions.next(value.sort());
    }

    /** What is exported refers to an imported type as it is, rather than by an export's name. */
    public void exportInTermsOf(ValueType type) {
        exported.name(type, scope.value(type));
    }

    /** From here on the types of an instance, exported before, go by the names that it gives them. */
    public void renamed(InstanceType type, SortIndex instance) {
        type.exports().forEach((name, export) -> {
            switch (export) {
                case ExternType.AbstractResource(var resource) -> scope.name(resource, typeOf(instance, name));
                case ExternType.TypeEq(ValueType value) -> scope.name(value, typeOf(instance, name));
                default -> {}
            }
        });
    }

    private int typeOf(SortIndex instance, String export) {
        return exportOf(instance, export, Sort.TYPE).index();
    }

    /** Exports a type, defined in terms of the types exported before; the index of the export. */
    public SortIndex exportType(String name, ExternType type) {
        AnyType named = switch (type) {
            case ExternType.TypeEq(var any) -> any;
            case ExternType.AbstractResource(var variable) -> variable;
            default -> throw new IllegalArgumentException("not a type: " + type.sort());
        };
        SortIndex index = export(ExternName.of(name), new SortIndex(Sort.TYPE, exported.any(named)));
        exported.introduce(type, index.index());
        return index;
    }

    public SortIndex component(ComponentBinary component) {
        definitions.add(new Section.Component(component));
        return definitions.next(Sort.COMPONENT);
    }

    public SortIndex instantiate(SortIndex component, List<Instance.Arg> args) {
        definitions.add(new Section.Instances(List.of(At.nowhere(new Instance.Instantiate(component.index(), args)))));
        return definitions.next(Sort.INSTANCE);
    }

    /** An export of an instance; the same index each time. */
    public SortIndex exportOf(SortIndex instance, String name, Sort sort) {
        var alias = new Alias.Export(sort, instance.index(), name);
        Integer known = aliases.get(alias);
        if (known == null) {
            definitions.add(new Section.Aliases(List.of(At.nowhere(alias))));
            known = definitions.next(sort).index();
            aliases.put(alias, known);
        }
        return new SortIndex(sort, known);
    }

    /** The index of the export, which is a definition of its own. */
    public SortIndex export(ExternName name, SortIndex value) {
        definitions.add(new Section.Exports(List.of(At.nowhere(new Export(name, value, Optional.empty())))));
        return definitions.next(value.sort());
    }

    public void custom(Section.Custom section) {
        definitions.add(section);
    }

    public ComponentBinary build() {
        return ComponentBinary.of(definitions.all());
    }

    public static Sort sortOf(ExternType type) {
        return switch (type) {
            case ExternType.Func _ -> Sort.FUNC;
            case ExternType.Instance _ -> Sort.INSTANCE;
            case ExternType.Component _ -> Sort.COMPONENT;
            case ExternType.Module _ -> Sort.CORE_MODULE;
            case ExternType.Value _ -> Sort.VALUE;
            case ExternType.TypeEq _, ExternType.AbstractResource _ -> Sort.TYPE;
        };
    }

    /** Types defined anew in terms of the exports before, so that what is exported refers to nothing else. */
    private final class ExportScope extends TypeScope {
        @Override
        int define(Type type) {
            return definitions.type(type);
        }

        @Override
        int defineModule(CoreModuleType type) {
            return definitions.moduleType(type);
        }

        @Override
        int outerResource(ResourceType resource) {
            return scope.resource(resource);
        }

        @Override
        Optional<Integer> outerValue(String name, ValueType type) {
            return Optional.empty();
        }

        @Override
        Optional<Integer> outerNamed(ValueType type) {
            return Optional.empty();
        }
    }

    /** The types of the component itself. */
    private final class Scope extends TypeScope {
        @Override
        int define(Type type) {
            return definitions.type(type);
        }

        @Override
        int defineModule(CoreModuleType type) {
            return definitions.moduleType(type);
        }

        @Override
        int outerResource(ResourceType resource) {
            String name = introducedBy.get(resource.origin());
            if (name == null) {
                throw new UnknownResourceException(resource);
            }
            SortIndex found = imported(name);
            if (!(announced.get(name) instanceof ExternType.Instance(InstanceType instance))) {
                return found.index();
            }
            return instance.exports().entrySet().stream()
                    .filter(e -> e.getValue() instanceof ExternType.AbstractResource(var variable)
                            && variable.origin() == resource.origin())
                    .map(e -> exportOf(found, e.getKey(), Sort.TYPE).index())
                    .findFirst()
                    .orElseThrow(() -> new UnknownResourceException(resource));
        }

        /** Of the imports before, one that has the same type by the same name: WIT's {@code use}. */
        @Override
        Optional<Integer> outerValue(String name, ValueType type) {
            for (var each : imported.entrySet()) {
                if (announced.get(each.getKey()) instanceof ExternType.Instance(InstanceType instance)
                        && instance.exports().get(name) instanceof ExternType.TypeEq(var same)
                        && same.equals(type)) {
                    return Optional.of(exportOf(each.getValue(), name, Sort.TYPE).index());
                }
            }
            return Optional.empty();
        }

        @Override
        Optional<Integer> outerNamed(ValueType type) {
            for (var each : imported.entrySet()) {
                if (announced.get(each.getKey()) instanceof ExternType.Instance(InstanceType instance)) {
                    Optional<String> found = nameOf(type, instance);
                    if (found.isPresent()) {
                        return Optional.of(exportOf(each.getValue(), found.get(), Sort.TYPE).index());
                    }
                }
            }
            return Optional.empty();
        }
    }
}
