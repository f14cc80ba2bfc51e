package dev.belay.compose.internal.graph;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Graphs for Graphviz. */
public final class DotText {
    private DotText() {}

    /** Imports above, exports below, an edge for each connection. */
    public static String of(Graph graph) {
        var out = new StringBuilder("digraph composition {\n  rankdir=TB;\n  node [shape=box];\n");
        var ids = new IdentityHashMap<Node, String>();
        graph.nodes().forEach(node -> ids.put(node, "n" + ids.size()));
        graph.imports().keySet().forEach(name ->
                out.append("  ").append(quoted("import " + name)).append(" [shape=plaintext];\n"));
        graph.nodes().forEach(node ->
                out.append("  ").append(ids.get(node)).append(" [label=").append(quoted(WiringText.title(node))).append("];\n"));
        graph.nodes().forEach(node -> node.part().type().imports().keySet().forEach(name -> {
            Value value = node.arguments().get(name);
            String from = value == null ? quoted("import " + graph.importName(name)) : origin(graph, value, ids);
            edge(out, from, String.valueOf(ids.get(node)), value == null ? "" : name);
        }));
        new TreeMap<>(graph.exports()).forEach((name, value) -> {
            String id = quoted("export " + name);
            out.append("  ").append(id).append(" [shape=plaintext];\n");
            edge(out, origin(graph, value, ids), id, "");
        });
        return out.append("}\n").toString();
    }

    private static String origin(Graph graph, Value value, Map<Node, String> ids) {
        return switch (value) {
            case Value.Imported(String name) -> quoted("import " + graph.importName(name));
            case Value.Defined(String name) -> quoted("type " + name);
            case Value.Whole(Node node) -> String.valueOf(ids.get(node));
            case Value.Exported(Value instance, String _) -> origin(graph, instance, ids);
        };
    }

    private static void edge(StringBuilder out, String from, String to, String label) {
        out.append("  ").append(from).append(" -> ").append(to);
        out.append(label.isEmpty() ? "" : " [label=" + quoted(label) + "]").append(";\n");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
