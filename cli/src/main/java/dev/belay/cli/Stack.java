package dev.belay.cli;

import dev.belay.component.binary.NameMaps;
import dev.belay.component.model.Alias;
import dev.belay.component.model.At;
import dev.belay.component.model.Canon;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.model.CoreSort;
import dev.belay.component.model.Export;
import dev.belay.component.model.ExternDesc;
import dev.belay.component.model.Import;
import dev.belay.component.model.Instance;
import dev.belay.component.model.Section;
import dev.belay.component.model.Sort;
import dev.belay.component.model.SortIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a composition is put together: which of its instances gets what from whom, read from its outermost sections.
 *
 * <p>A nested component without code of its own only gives things a shape, and is no part.
 */
final class Stack {
    /** Where something comes from. */
    sealed interface Origin {
        record Imported(String name) implements Origin {}

        /** @param name of an export; empty for all of them */
        record Provided(Part part, String name) implements Origin {}
    }

    /** An instance of a nested component. */
    record Part(String name, int component, Map<String, Origin> arguments) {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /**
     * Bytes of the file that belong to one definition.
     *
     * @param what the component or core module that is stored
     */
    record Share(String what, int bytes) {}

    private final NameMaps names;
    private final Map<Sort, Integer> counts = new HashMap<>();
    private final Map<SortIndex, Origin> origins = new HashMap<>();
    private final Map<Integer, ComponentBinary> components = new HashMap<>();
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, Origin> exports = new LinkedHashMap<>();
    private final List<Share> shares = new ArrayList<>();

    private Stack(NameMaps names) {
        this.names = names;
    }

    /** Empty for what is no composition. */
    static Optional<Stack> of(ComponentBinary component) {
        NameMaps names = component.sections().stream()
                .flatMap(s -> s.it() instanceof Section.Custom(var name, var data) && name.equals("component-name")
                        ? Optional.of(NameMaps.ofComponent(data)).stream()
                        : Optional.<NameMaps>empty().stream())
                .findFirst()
                .orElse(NameMaps.none());
        var stack = new Stack(names);
        component.sections().forEach(section -> stack.section(section.it()));
        return stack.parts.isEmpty() ? Optional.empty() : Optional.of(stack);
    }

    /** What the whole exports, by name. */
    Map<String, Origin> exports() {
        return exports;
    }

    List<Part> parts() {
        return parts;
    }

    /** What is stored for each component, and for core modules that several of them share. */
    List<Share> shares() {
        return shares;
    }

    private void section(Section section) {
        switch (section) {
            case Section.Component(var nested) -> {
                int index = next(Sort.COMPONENT).index();
                components.put(index, nested);
                if (runs(nested)) {
                    shares.add(new Share(name(Sort.COMPONENT, index), nested.bytes().size()));
                }
            }
            case Section.CoreModule(var module) -> {
                int index = next(Sort.CORE_MODULE).index();
                shares.add(new Share(names.of(Sort.CORE_MODULE, index).orElse("core module " + index), module.size()));
            }
            case Section.Imports(var items) -> items.forEach(at -> imported(at.it()));
            case Section.Aliases(var items) -> items.forEach(at -> alias(at.it()));
            case Section.Instances(var items) -> items.forEach(at -> instance(at.it()));
            case Section.Exports(var items) -> items.forEach(at -> export(at.it()));
            case Section.Types(var items) -> items.forEach(_ -> next(Sort.TYPE));
            case Section.Canons(var items) -> items.forEach(at ->
                    next(at.it() instanceof Canon.Lift ? Sort.FUNC : new Sort.Core(CoreSort.FUNC)));
            default -> {
                // Defines nothing that parts give each other.
            }
        }
    }

    private SortIndex next(Sort sort) {
        return new SortIndex(sort, counts.merge(sort, 1, Integer::sum) - 1);
    }

    private String name(Sort sort, int index) {
        return names.of(sort, index).filter(text -> !text.isEmpty()).orElse(sort.text() + " " + index);
    }

    private void imported(Import its) {
        Sort sort = switch (its.type()) {
            case ExternDesc.CoreModule _ -> Sort.CORE_MODULE;
            case ExternDesc.Func _ -> Sort.FUNC;
            case ExternDesc.ValueEq _, ExternDesc.ValueOf _ -> Sort.VALUE;
            case ExternDesc.TypeEq _, ExternDesc.SubResource _ -> Sort.TYPE;
            case ExternDesc.Component _ -> Sort.COMPONENT;
            case ExternDesc.Instance _ -> Sort.INSTANCE;
        };
        origins.put(next(sort), new Origin.Imported(its.name().name()));
    }

    private void alias(Alias alias) {
        SortIndex index = next(alias.sort());
        if (alias instanceof Alias.Export(_, int instance, String name)) {
            origin(new SortIndex(Sort.INSTANCE, instance)).ifPresent(from -> origins.put(index, within(from, name)));
        }
    }

    private static Origin within(Origin instance, String name) {
        return switch (instance) {
            case Origin.Imported(String its) -> new Origin.Imported(its + " » " + name);
            case Origin.Provided(Part part, String its) -> new Origin.Provided(part, its.isEmpty() ? name : its + " » " + name);
        };
    }

    private void instance(Instance instance) {
        SortIndex index = next(Sort.INSTANCE);
        if (instance instanceof Instance.Instantiate(int component, var args)) {
            var arguments = new LinkedHashMap<String, Origin>();
            args.forEach(arg -> origin(arg.value()).ifPresent(from -> arguments.put(arg.name(), from)));
            ComponentBinary nested = components.get(component);
            boolean isPart = nested != null ? runs(nested) : origins.containsKey(new SortIndex(Sort.COMPONENT, component));
            if (isPart) {
                String label = names.of(Sort.INSTANCE, index.index()).orElseGet(() -> name(Sort.COMPONENT, component));
                var part = new Part(label, component, arguments);
                parts.add(part);
                origins.put(index, new Origin.Provided(part, ""));
            }
        }
    }

    private void export(Export export) {
        SortIndex index = next(export.value().sort());
        origin(export.value()).ifPresent(from -> {
            origins.put(index, from);
            exports.put(export.name().name(), from);
        });
    }

    private Optional<Origin> origin(SortIndex index) {
        return Optional.ofNullable(origins.get(index));
    }

    /** Whether there is code in it, or what has been put elsewhere for all to share. */
    private static boolean runs(ComponentBinary component) {
        for (At<Section> section : component.sections()) {
            boolean its = switch (section.it()) {
                case Section.CoreModule _, Section.CoreInstances _ -> true;
                case Section.Component(var nested) -> runs(nested);
                default -> false;
            };
            if (its) {
                return true;
            }
        }
        return false;
    }
}
