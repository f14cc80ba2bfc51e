package dev.belay.compose.internal.encode;

import dev.belay.component.model.Alias;
import dev.belay.component.model.At;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.model.CoreSort;
import dev.belay.component.model.CoreType;
import dev.belay.component.model.Export;
import dev.belay.component.model.ExternDesc;
import dev.belay.component.model.ExternName;
import dev.belay.component.model.Import;
import dev.belay.component.model.Instance;
import dev.belay.component.model.Section;
import dev.belay.component.model.Sort;
import dev.belay.component.model.SortIndex;
import dev.belay.component.model.Type;
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
    private final Sections sections = new Sections();
    private final Map<Sort, Integer> counts = new HashMap<>();
    private final Map<String, ExternType> announced = new java.util.LinkedHashMap<>();
    private final Map<String, SortIndex> imported = new java.util.LinkedHashMap<>();
    private final Map<ResourceType, String> introducedBy = new IdentityHashMap<>();
    private final Map<Alias.Export, Integer> aliases = new HashMap<>();
    private final Scope scope = new Scope();

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
        ExternDesc desc = scope.extern(name, type);
        sections.add(new Section.Imports(List.of(At.nowhere(new Import(ExternName.of(name), desc)))));
        SortIndex index = next(sortOf(type));
        scope.introduce(type, index.index());
        imported.put(name, index);
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

    public SortIndex component(ComponentBinary component) {
        sections.add(new Section.Component(component));
        return next(Sort.COMPONENT);
    }

    public SortIndex instantiate(SortIndex component, List<Instance.Arg> args) {
        sections.add(new Section.Instances(List.of(At.nowhere(new Instance.Instantiate(component.index(), args)))));
        return next(Sort.INSTANCE);
    }

    /** An export of an instance; the same index each time. */
    public SortIndex exportOf(SortIndex instance, String name, Sort sort) {
        var alias = new Alias.Export(sort, instance.index(), name);
        Integer known = aliases.get(alias);
        if (known == null) {
            sections.add(new Section.Aliases(List.of(At.nowhere(alias))));
            known = next(sort).index();
            aliases.put(alias, known);
        }
        return new SortIndex(sort, known);
    }

    public void export(ExternName name, SortIndex value) {
        sections.add(new Section.Exports(List.of(At.nowhere(new Export(name, value, Optional.empty())))));
        next(value.sort());
    }

    public void custom(Section.Custom section) {
        sections.add(section);
    }

    public ComponentBinary build() {
        return ComponentBinary.of(sections.all());
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

    private SortIndex next(Sort sort) {
        return new SortIndex(sort, counts.merge(sort, 1, Integer::sum) - 1);
    }

    /** The types of the component itself. */
    private final class Scope extends TypeScope {
        @Override
        int define(Type type) {
            sections.add(new Section.Types(List.of(At.nowhere(type))));
            return next(Sort.TYPE).index();
        }

        @Override
        int defineModule(CoreModuleType type) {
            CoreType definition = ModuleTypes.definition(type);
            sections.add(new Section.CoreTypes(List.of(At.nowhere(definition))));
            return next(new Sort.Core(CoreSort.TYPE)).index();
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
    }
}
