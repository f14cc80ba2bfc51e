package dev.belay.compose.internal.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Graphs as pictures: imports of the whole above, below them each instance on a row of its own kind, one below all that it
 * takes values from, and exports at the bottom. Edges that share their ends are one, with a label of all names.
 */
public final class SvgText {
    private static final int CHARACTER = 7;
    private static final int LINE = 16;
    private static final int PADDING = 10;
    private static final int GAP = 28;
    /** Between rows; the names of what is passed on stand there. */
    private static final int ROW_GAP = 90;
    private static final int BOX_HEIGHT = 34;
    /** In characters; longer labels are cut, and whole in the tooltip. */
    private static final int MAX_LABEL = 48;

    private final Graph graph;
    private final Map<Object, Box> boxes = new LinkedHashMap<>();
    private final Map<Edge, List<String>> edges = new LinkedHashMap<>();

    private record Edge(Object from, Object to) {}

    /** An end of the whole, so that an import and an export of one name are two. */
    private record End(String word, String name) {}

    private static final class Box {
        private final String label;
        private final boolean instance;
        private final int row;
        private int x;
        private int y;

        Box(String label, boolean instance, int row) {
            this.label = label;
            this.instance = instance;
            this.row = row;
        }

        int width() {
            return Math.min(label.length(), MAX_LABEL) * CHARACTER + 2 * PADDING;
        }

        int middle() {
            return x + width() / 2;
        }
    }

    private SvgText(Graph graph) {
        this.graph = graph;
    }

    public static String of(Graph graph) {
        var picture = new SvgText(graph);
        picture.collect();
        return picture.drawn();
    }

    private void collect() {
        graph.imports().keySet().forEach(name -> boxes.put(new End("import", name), new Box("import " + name, false, 0)));
        graph.definitions().keySet().forEach(name -> boxes.put(new End("type", name), new Box("type " + name, false, 0)));
        int last = 0;
        for (Node node : graph.nodes()) {
            var sources = new LinkedHashMap<String, Object>();
            node.part().type().imports().keySet().forEach(name -> {
                Value value = node.arguments().get(name);
                sources.put(name, value == null ? new End("import", graph.importName(name)) : origin(value));
            });
            int row = 1 + sources.values().stream().mapToInt(this::row).max().orElse(0);
            last = Math.max(last, row);
            boxes.put(node, new Box(WiringText.title(node), true, row));
            sources.forEach((name, source) -> connect(source, node, name));
        }
        int bottom = last + 1;
        graph.exports().forEach((name, value) -> {
            var end = new End("export", name);
            boxes.put(end, new Box("export " + name, false, bottom));
            connect(origin(value), end, "");
        });
    }

    private Object origin(Value value) {
        return switch (value) {
            case Value.Imported(String name) -> new End("import", graph.importName(name));
            case Value.Defined(String name) -> new End("type", name);
            case Value.Whole(Node node) -> node;
            case Value.Exported(Value instance, String _) -> origin(instance);
        };
    }

    private int row(Object source) {
        Box box = boxes.get(source);
        return box == null ? 0 : box.row;
    }

    private void connect(Object from, Object to, String name) {
        edges.computeIfAbsent(new Edge(from, to), _ -> new ArrayList<>()).add(name);
    }

    private String drawn() {
        var ends = new HashMap<Integer, Integer>();
        int width = 0;
        int height = 0;
        for (Box box : boxes.values()) {
            box.x = ends.getOrDefault(box.row, GAP);
            box.y = GAP + box.row * (BOX_HEIGHT + ROW_GAP);
            ends.put(box.row, box.x + box.width() + GAP);
            width = Math.max(width, box.x + box.width() + GAP);
            height = Math.max(height, box.y + BOX_HEIGHT + GAP);
        }
        for (Box box : boxes.values()) {
            box.x += (width - ends.getOrDefault(box.row, 0) - GAP) / 2 + GAP / 2;
        }
        var out = new StringBuilder();
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">\n"
                .formatted(width, height, width, height));
        out.append("  <style>text{font:12px monospace;text-anchor:middle}rect{fill:#eef4ff;stroke:#345;rx:4}"
                + ".end{fill:none;stroke:none}path{fill:none;stroke:#789}.name{font-size:10px;fill:#456}</style>\n");
        out.append("  <defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\""
                + " orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" style=\"fill:#789\"/></marker></defs>\n");
        edges.forEach((edge, names) -> edge(out, edge, names));
        boxes.values().forEach(box -> box(out, box));
        return out.append("</svg>\n").toString();
    }

    private void edge(StringBuilder out, Edge edge, List<String> names) {
        Box from = boxes.get(edge.from());
        Box to = boxes.get(edge.to());
        if (from == null || to == null) {
            return;
        }
        int start = from.y + BOX_HEIGHT;
        out.append("  <path marker-end=\"url(#tip)\" d=\"M%d %dC%d %d %d %d %d %d\"/>\n".formatted(
                from.middle(), start, from.middle(), start + ROW_GAP / 2, to.middle(), to.y - ROW_GAP / 2, to.middle(), to.y));
        if (from.instance && to.instance) {
            int y = (start + to.y - names.size() * LINE) / 2 + LINE;
            for (String name : names) {
                out.append("  <text class=\"name\" x=\"%d\" y=\"%d\">%s</text>\n"
                        .formatted((from.middle() + to.middle()) / 2, y, escaped(cut(name))));
                y += LINE;
            }
        }
    }

    private static void box(StringBuilder out, Box box) {
        out.append("  <g><title>").append(escaped(box.label)).append("</title><rect");
        out.append(box.instance ? "" : " class=\"end\"");
        out.append(" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>".formatted(box.x, box.y, box.width(), BOX_HEIGHT));
        out.append("<text x=\"%d\" y=\"%d\">%s</text></g>\n"
                .formatted(box.middle(), box.y + BOX_HEIGHT / 2 + 4, escaped(cut(box.label))));
    }

    private static String cut(String label) {
        return label.length() <= MAX_LABEL ? label : label.substring(0, MAX_LABEL - 1) + "…";
    }

    private static String escaped(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
