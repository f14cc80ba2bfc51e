package dev.belay.compose;

import dev.belay.compose.Wiring.Source;
import dev.belay.compose.internal.graph.Graph;
import dev.belay.compose.internal.graph.MisfitException;
import dev.belay.compose.internal.graph.Node;
import dev.belay.compose.internal.graph.Part;
import dev.belay.compose.internal.graph.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A wiring as a graph: its parts in their order, with the exports of the socket as those of the whole. */
final class Binding {
    private final Graph graph = new Graph();
    private final Map<Part, Node> nodes = new HashMap<>();
    private final Wiring wiring;

    private Binding(Wiring wiring) {
        this.wiring = wiring;
    }

    /**
     * @throws ComposeException if an export does not do for the import that it has to meet
     */
    static Graph of(Wiring wiring) {
        var binding = new Binding(wiring);
        wiring.order().forEach(binding::bind);
        wiring.exports().forEach((name, source) -> binding.graph.export(name, binding.export(source)));
        return binding.graph;
    }

    private void bind(Part part) {
        Map<String, Source> met = wiring.met(part);
        var arguments = new HashMap<String, Value>();
        met.forEach((name, source) -> arguments.put(name, export(source)));
        try {
            nodes.put(part, graph.instantiate(part.name(), part, arguments));
        } catch (MisfitException e) {
            String where = Optional.ofNullable(met.get(e.importName()))
                    .map(s -> "import of " + part + " does not fit the export of " + s.part() + ": ")
                    .orElse("import of " + part + " does not fit: ");
            throw new ComposeException(where + e.mismatch(), e);
        }
    }

    private Value export(Source source) {
        Node node = Objects.requireNonNull(nodes.get(source.part()), "instantiated before");
        return new Value.Exported(new Value.Whole(node), source.name());
    }
}
