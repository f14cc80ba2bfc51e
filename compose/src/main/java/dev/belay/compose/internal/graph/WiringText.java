package dev.belay.compose.internal.graph;

/** Graphs as lines of text. */
public final class WiringText {
    private WiringText() {}

    /** One paragraph for each instance: what it is, and where each of its imports comes from. */
    public static String of(Graph graph) {
        var out = new StringBuilder();
        graph.imports().keySet().forEach(name -> out.append("import ").append(name).append('\n'));
        graph.definitions().keySet().forEach(name -> out.append("type ").append(name).append('\n'));
        for (Node node : graph.nodes()) {
            out.append(title(node)).append('\n');
            node.part().type().imports().keySet().forEach(name -> out.append("  ")
                    .append(name)
                    .append(" <- ")
                    .append(source(graph, node, name))
                    .append('\n'));
        }
        graph.exports().forEach((name, value) ->
                out.append("export ").append(name).append(" <- ").append(described(graph, value)).append('\n'));
        return out.toString();
    }

    static String title(Node node) {
        String part = node.part().name();
        return node.label().equals(part) ? part : node.label() + " = " + part;
    }

    private static String source(Graph graph, Node node, String name) {
        Value value = node.arguments().get(name);
        return value == null ? "import " + graph.importName(name) : described(graph, value);
    }

    private static String described(Graph graph, Value value) {
        return switch (value) {
            case Value.Imported(String name) -> "import " + graph.importName(name);
            case Value.Defined(String name) -> "type " + name;
            case Value.Whole(Node node) -> node.label();
            case Value.Exported(Value instance, String name) -> described(graph, instance) + " " + name;
        };
    }
}
