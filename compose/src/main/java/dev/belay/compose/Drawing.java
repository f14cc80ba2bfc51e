package dev.belay.compose;

import dev.belay.compose.internal.graph.DotText;
import dev.belay.compose.internal.graph.Graph;
import dev.belay.compose.internal.graph.SvgText;
import dev.belay.compose.internal.graph.WiringText;

/** A composition drawn: who gets what from whom. */
public final class Drawing {
    private final Graph graph;

    Drawing(Graph graph) {
        this.graph = graph;
    }

    /** One paragraph for each instance. */
    public String text() {
        return WiringText.of(graph);
    }

    /** For Graphviz. */
    public String dot() {
        return DotText.of(graph);
    }

    /** A picture that needs nothing else. */
    public String svg() {
        return SvgText.of(graph);
    }
}
