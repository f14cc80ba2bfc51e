package dev.belay.compose;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.binary.ComponentNames;
import dev.belay.component.model.ExternName;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.model.Instance;
import dev.belay.component.model.Sort;
import dev.belay.component.model.SortIndex;
import dev.belay.component.type.AnyType;
import dev.belay.component.type.ComponentType;
import dev.belay.component.type.ExternType;
import dev.belay.component.validate.ValidComponent;
import dev.belay.compose.internal.encode.ComponentBuilder;
import dev.belay.compose.internal.encode.Producers;
import dev.belay.compose.internal.encode.UnknownResourceException;
import dev.belay.compose.internal.graph.Graph;
import dev.belay.compose.internal.graph.Node;
import dev.belay.compose.internal.graph.Part;
import dev.belay.compose.internal.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Builds the component that a graph describes. */
final class Assembly {
    private static final String TOOL = "belay";
    private static final String TOOL_VERSION =
            Optional.ofNullable(Assembly.class.getPackage().getImplementationVersion()).orElse("0.1");

    private static final String DEPENDENCY = "unlocked-dep=<";

    private final Graph graph;
    private final Wac.Components kept;
    private final SharedModules shared;
    private final ComponentBuilder builder = new ComponentBuilder();
    private final Map<Content, SortIndex> components = new HashMap<>();
    private final Map<String, SortIndex> definitions = new HashMap<>();
    private final Map<Node, SortIndex> instances = new HashMap<>();
    private final List<Link> links = new ArrayList<>();

    private Assembly(Graph graph, Wac.Components kept) {
        this.graph = graph;
        this.kept = kept;
        var distinct = new LinkedHashMap<Content, ComponentBinary>();
        if (kept == Wac.Components.EMBEDDED) {
            graph.nodes().forEach(node ->
                    distinct.putIfAbsent(new Content(node.part().bytes()), node.part().binary()));
        }
        this.shared = SharedModules.of(distinct.values(), builder.core());
    }

    /**
     * @throws ComposeException if what is left to import, or what is exported, cannot stand alone
     */
    static Composition of(Graph graph) {
        return of(graph, Wac.Components.EMBEDDED);
    }

    static Composition of(Graph graph, Wac.Components kept) {
        var assembly = new Assembly(graph, kept);
        assembly.imports();
        graph.definitions().forEach(assembly::define);
        graph.nodes().forEach(assembly::instantiate);
        graph.exports().forEach((name, value) ->
                assembly.builder.export(Graph.exportName(name, value), assembly.index(value)));
        return assembly.finish();
    }

    private void imports() {
        try {
            builder.imports(graph.imports());
        } catch (UnknownResourceException e) {
            throw new ComposeException(
                    "an import that is left refers to a resource type that a plug defines (" + e.getMessage()
                            + "); add a plug that meets this import, too",
                    e);
        }
    }

    /** Types of values are exported in terms of each other; those of interfaces and worlds stand alone. */
    private void define(String name, AnyType type) {
        definitions.put(name, type instanceof ComponentType
                ? builder.export(ExternName.of(name), builder.type(type))
                : builder.exportType(name, new ExternType.TypeEq(type)));
    }

    private void instantiate(Node node) {
        var args = new ArrayList<Instance.Arg>();
        node.part().type().imports().keySet().forEach(name -> {
            Value value = node.arguments().get(name);
            if (value == null) {
                args.add(new Instance.Arg(name, builder.imported(graph.importName(name))));
            } else {
                link(node, name, value);
                args.add(new Instance.Arg(name, index(value)));
            }
        });
        // The same component, whoever gave it, is there once.
        SortIndex component = components.computeIfAbsent(new Content(node.part().bytes()), _ -> component(node.part()));
        instances.put(node, builder.instantiate(component, args));
    }

    /** What the definitions are called, for people who look into the whole. */
    private Map<Sort.Plain, Map<Integer, String>> names() {
        var componentNames = new TreeMap<Integer, String>();
        var instanceNames = new TreeMap<Integer, String>();
        graph.nodes().forEach(node -> {
            SortIndex component = Objects.requireNonNull(components.get(new Content(node.part().bytes())));
            String name = shortName(node.part().name());
            componentNames.putIfAbsent(component.index(), name);
            // An instance without a name goes by that of its component.
            if (!shortName(node.label()).equals(componentNames.get(component.index()))) {
                instanceNames.put(index(new Value.Whole(node)).index(), shortName(node.label()));
            }
        });
        var names = new LinkedHashMap<Sort.Plain, Map<Integer, String>>();
        names.put(Sort.Plain.COMPONENT, componentNames);
        if (!instanceNames.isEmpty()) {
            names.put(Sort.Plain.INSTANCE, instanceNames);
        }
        return names;
    }

    /** Where a file was is no part of its name. */
    private static String shortName(String label) {
        return label.substring(Math.max(label.lastIndexOf('/'), label.lastIndexOf('\\')) + 1);
    }

    private SortIndex component(Part part) {
        return switch (kept) {
            case EMBEDDED -> builder.component(shared.within(part.binary()));
            case IMPORTED -> builder.addImport(dependency(part.name()), new ExternType.Component(part.type()));
        };
    }

    /** The name of an import that stands for a package ({@code design/mvp/Explainer.md}, "Import and Export Definitions"). */
    private static String dependency(String name) {
        int at = name.indexOf('@');
        return at < 0
                ? DEPENDENCY + name + ">"
                : DEPENDENCY + name.substring(0, at) + "@{>=" + name.substring(at + 1) + "}>";
    }

    /** What a world could say of it. */
    static ComponentType withoutDependencies(ComponentType type) {
        var imports = new LinkedHashMap<>(type.imports());
        imports.keySet().removeIf(name -> name.startsWith(DEPENDENCY));
        return new ComponentType(imports, type.exports());
    }

    private void link(Node importer, String name, Value value) {
        switch (value) {
            case Value.Exported(Value.Whole(Node exporter), String export) ->
                links.add(new Link(importer.label(), name, exporter.label(), export));
            case Value.Whole(Node exporter) -> links.add(new Link(importer.label(), name, exporter.label(), ""));
            case Value.Exported _, Value.Imported _, Value.Defined _ -> {
                // Nobody within the composition meets it.
            }
        }
    }

    private SortIndex index(Value value) {
        return switch (value) {
            case Value.Imported(String name) -> builder.imported(graph.importName(name));
            case Value.Defined(String name) -> Objects.requireNonNull(definitions.get(name), "defined before");
            case Value.Exported(Value instance, String name) ->
                builder.exportOf(index(instance), name, ComponentBuilder.sortOf(graph.type(value)));
            case Value.Whole(Node node) -> {
                SortIndex instance = instances.get(node);
                if (instance == null) {
                    throw new IllegalStateException("not instantiated yet: " + node);
                }
                yield instance;
            }
        };
    }

    private Composition finish() {
        builder.custom(ComponentNames.section(names()));
        builder.custom(Producers.processedBy(TOOL, TOOL_VERSION));
        List<ValidComponent> parts = graph.nodes().stream().map(node -> node.part().component()).toList();
        try {
            return new Composition(ValidComponent.of(builder.build(), parts), links, builder.importNames(), exportNames());
        } catch (InvalidComponentException e) {
            throw new ComposeException("the composition would not be a valid component: " + e.getMessage(), e);
        }
    }

    private List<String> exportNames() {
        var names = new ArrayList<>(graph.definitions().keySet());
        names.addAll(graph.exports().keySet());
        return names;
    }
}
