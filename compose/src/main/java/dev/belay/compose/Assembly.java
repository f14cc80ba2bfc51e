package dev.belay.compose;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.binary.ComponentDecoder;
import dev.belay.component.binary.ComponentEncoder;
import dev.belay.component.model.Bytes;
import dev.belay.component.model.Instance;
import dev.belay.component.model.SortIndex;
import dev.belay.component.type.ExternType;
import dev.belay.component.validate.ComponentValidator;
import dev.belay.compose.Wiring.Source;
import dev.belay.compose.internal.encode.ComponentBuilder;
import dev.belay.compose.internal.encode.Producers;
import dev.belay.compose.internal.encode.UnknownResourceException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds the component that a wiring describes. */
final class Assembly {
    private static final String TOOL = "belay";
    private static final String TOOL_VERSION =
            Optional.ofNullable(Assembly.class.getPackage().getImplementationVersion()).orElse("0.1");

    private final Wiring wiring;
    private final Binding binding;
    private final ComponentBuilder builder = new ComponentBuilder();
    private final Map<Part, SortIndex> instances = new HashMap<>();
    private final List<Link> links = new ArrayList<>();

    private Assembly(Wiring wiring) {
        this.wiring = wiring;
        this.binding = Binding.of(wiring);
    }

    static Composition of(Wiring wiring) {
        var assembly = new Assembly(wiring);
        assembly.imports();
        wiring.order().forEach(assembly::instantiate);
        assembly.exports();
        return assembly.finish();
    }

    private void imports() {
        try {
            builder.imports(binding.imports().all());
        } catch (UnknownResourceException e) {
            throw new ComposeException(
                    "an import that is left refers to a resource type that a plug defines (" + e.getMessage()
                            + "); add a plug that meets this import, too",
                    e);
        }
    }

    private void instantiate(Part part) {
        var args = new ArrayList<Instance.Arg>();
        part.type().imports().forEach((name, type) ->
                args.add(new Instance.Arg(name, wiring.source(part, name)
                        .map(source -> linked(part, name, source))
                        .orElseGet(() -> builder.imported(binding.imports().nameFor(name))))));
        SortIndex component = builder.component(part.binary());
        instances.put(part, builder.instantiate(component, args));
    }

    private SortIndex linked(Part importer, String name, Source source) {
        links.add(new Link(importer.name(), name, source.part().name(), source.name()));
        ExternType type = binding.export(source);
        return builder.exportOf(instance(source.part()), source.name(), ComponentBuilder.sortOf(type));
    }

    private SortIndex instance(Part part) {
        SortIndex instance = instances.get(part);
        if (instance == null) {
            throw new IllegalStateException("not instantiated yet: " + part);
        }
        return instance;
    }

    private void exports() {
        Part socket = wiring.socket();
        socket.type().exports().forEach((name, type) -> builder.export(
                socket.exportName(name), builder.exportOf(instance(socket), name, ComponentBuilder.sortOf(type))));
    }

    private Composition finish() {
        builder.custom(Producers.processedBy(TOOL, TOOL_VERSION));
        byte[] bytes = ComponentEncoder.encode(builder.build());
        try {
            // The code of the modules was validated with the parts.
            ComponentValidator.validate(ComponentDecoder.decode(bytes), _ -> {});
        } catch (InvalidComponentException e) {
            throw new ComposeException("the composition would not be a valid component: " + e.getMessage(), e);
        }
        return new Composition(
                Bytes.of(bytes),
                links,
                builder.importNames(),
                List.copyOf(wiring.socket().type().exports().keySet()));
    }
}
