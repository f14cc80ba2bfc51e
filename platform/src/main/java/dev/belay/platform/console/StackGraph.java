package dev.belay.platform.console;

import dev.belay.platform.fit.Composed;
import dev.belay.platform.fit.Fitted;
import dev.belay.platform.spec.ApplicationSpec;
import dev.belay.platform.spec.Part;
import dev.belay.platform.spec.StackSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The parts of an application as a picture: what calls it above, each part below all that import from it, and the host, which
 * meets what is left, at the bottom.
 *
 * @param composition the frame around the parts
 */
record StackGraph(int width, int height, Box composition, List<Box> boxes, List<Wire> wires) {
    private static final int CHARACTER = 8;
    private static final int PADDING = 14;
    private static final int GAP = 28;
    private static final int BOX_HEIGHT = 46;
    private static final int ROW = 104;
    /** In characters; longer ones are cut, and whole in the tooltip. */
    private static final int MOST_LABEL = 40;
    /** Interfaces that are named beside a wire. */
    private static final int MOST_NAMES = 2;

    /** @param kind of the part: it decides about the colour */
    record Box(String kind, String label, String whole, int x, int y, int width, int height) {
        int middle() {
            return x + width / 2;
        }

        int bottom() {
            return y + height;
        }
    }

    /** @param whole what is not in the label */
    record Wire(String path, List<String> labels, String whole, int x, int y) {}

    private record Ends(String importer, String exporter) {}

    static StackGraph of(ApplicationSpec spec, Fitted fitted) {
        Map<String, String> kinds = kinds(spec);
        fitted.met().forEach(met -> {
            kinds.putIfAbsent(met.importer(), "part");
            kinds.putIfAbsent(met.exporter(), "part");
        });
        Map<String, Integer> rows = rows(kinds, fitted.met());
        int last = rows.values().stream().mapToInt(its -> its).max().orElse(1);
        int width = width(rows, spec, fitted);
        var parts = new LinkedHashMap<String, Box>();
        for (int row = 1; row <= last; row++) {
            place(row, width, kinds, rows, parts);
        }
        Box above = centred("caller", callers(spec), 0, width);
        Box host = centred("host", "host: " + packages(fitted.imports()), last + 1, width);
        var frame = new Box("composition", "one component, " + Shown.count(fitted.size()) + " bytes", fitted.digest().toString(),
                GAP / 2, ROW - GAP, width - GAP, last * ROW);
        var wires = new ArrayList<Wire>();
        parts.values().stream().filter(box -> box.y() == ROW).findFirst().ifPresent(first -> wires.add(
                wire(above, first, List.of())));
        links(fitted.met()).forEach((ends, names) -> {
            Box from = parts.get(ends.importer());
            Box to = parts.get(ends.exporter());
            if (from != null && to != null) {
                wires.add(wire(from, to, names));
            }
        });
        if (!fitted.imports().isEmpty()) {
            wires.add(new Wire(
                    "M%d %dL%d %d".formatted(width / 2, frame.bottom(), width / 2, host.y()), List.of(),
                    String.join(", ", fitted.imports()), 0, 0));
        }
        var boxes = new ArrayList<Box>();
        boxes.add(above);
        boxes.addAll(parts.values());
        boxes.add(host);
        return new StackGraph(width, host.bottom() + GAP / 2, frame, List.copyOf(boxes), List.copyOf(wires));
    }

    /** What each part is, from above. */
    private static Map<String, String> kinds(ApplicationSpec spec) {
        var kinds = new LinkedHashMap<String, String>();
        spec.revision().stack().ifPresent(stack -> upper(stack, kinds));
        kinds.putIfAbsent(spec.revision().component().label(), "component");
        spec.revision().stack().ifPresent(stack -> stack.lower().forEach(part -> kinds.putIfAbsent(part.label(), "lower")));
        return kinds;
    }

    private static void upper(StackSpec stack, Map<String, String> kinds) {
        kinds.put(stack.upper().label(), "upper");
        for (Part part : stack.middleware()) {
            kinds.putIfAbsent(part.label(), "middleware");
        }
    }

    /** Each is one below the lowest that imports from it. Compositions have no circles; as many rounds as parts are enough. */
    private static Map<String, Integer> rows(Map<String, String> kinds, List<Composed.Met> met) {
        var rows = new LinkedHashMap<String, Integer>();
        kinds.keySet().forEach(name -> rows.put(name, 1));
        for (int round = 0; round < kinds.size(); round++) {
            for (Composed.Met its : met) {
                if (!its.importer().equals(its.exporter())) {
                    int below = Math.min(kinds.size(), rows.getOrDefault(its.importer(), 1) + 1);
                    rows.merge(its.exporter(), below, Math::max);
                }
            }
        }
        return rows;
    }

    private static int width(Map<String, Integer> rows, ApplicationSpec spec, Fitted fitted) {
        var widths = new TreeMap<Integer, Integer>();
        rows.forEach((name, row) -> widths.merge(row, boxWidth(name) + GAP, Integer::sum));
        int widest = widths.values().stream().mapToInt(its -> its).max().orElse(0);
        int ends = Math.max(boxWidth(callers(spec)), boxWidth("host: " + packages(fitted.imports())));
        return Math.max(widest, ends) + 3 * GAP;
    }

    private static void place(
            int row, int width, Map<String, String> kinds, Map<String, Integer> rows, Map<String, Box> parts) {
        List<String> names = rows.keySet().stream().filter(name -> rows.getOrDefault(name, 0) == row).toList();
        int taken = names.stream().mapToInt(name -> boxWidth(name) + GAP).sum() - GAP;
        int x = (width - taken) / 2;
        for (String name : names) {
            parts.put(name, new Box(kinds.getOrDefault(name, "part"), cut(name), name, x, row * ROW, boxWidth(name), BOX_HEIGHT));
            x += boxWidth(name) + GAP;
        }
    }

    private static Box centred(String kind, String text, int row, int width) {
        int y = row == 0 ? GAP / 2 : row * ROW + GAP;
        return new Box(kind, cut(text), text, (width - boxWidth(text)) / 2, y, boxWidth(text), BOX_HEIGHT);
    }

    private static Map<Ends, List<String>> links(List<Composed.Met> met) {
        var links = new LinkedHashMap<Ends, List<String>>();
        met.forEach(its -> links.computeIfAbsent(new Ends(its.importer(), its.exporter()), _ -> new ArrayList<>()).add(its.name()));
        return links;
    }

    private static Wire wire(Box from, Box to, List<String> names) {
        int half = (to.y() - from.bottom()) / 2;
        String path = "M%d %dC%d %d %d %d %d %d".formatted(
                from.middle(), from.bottom(), from.middle(), from.bottom() + half, to.middle(), to.y() - half, to.middle(), to.y());
        var labels = new ArrayList<String>();
        names.stream().limit(MOST_NAMES).map(StackGraph::cut).forEach(labels::add);
        if (names.size() > MOST_NAMES) {
            labels.add("and " + (names.size() - MOST_NAMES) + " more");
        }
        return new Wire(path, labels, String.join(", ", names), (from.middle() + to.middle()) / 2, from.bottom() + half - 8);
    }

    private static String callers(ApplicationSpec spec) {
        var triggers = spec.triggers();
        var callers = new ArrayList<String>();
        if (!triggers.http().isEmpty()) {
            callers.add("requests");
        }
        if (!triggers.messages().isEmpty()) {
            callers.add("messages");
        }
        if (!triggers.schedules().isEmpty()) {
            callers.add("schedule");
        }
        return callers.isEmpty() ? "no triggers" : String.join(", ", callers);
    }

    /** Interfaces by their packages. */
    private static String packages(List<String> imports) {
        var packages = new TreeMap<String, Integer>();
        imports.forEach(name -> packages.merge(name.replaceFirst("[/@].*", ""), 1, Integer::sum));
        var words = new ArrayList<String>();
        packages.forEach((name, count) -> words.add(count == 1 ? name : name + " × " + count));
        return words.isEmpty() ? "nothing" : String.join(", ", words);
    }

    private static int boxWidth(String label) {
        return Math.min(label.length(), MOST_LABEL) * CHARACTER + 2 * PADDING;
    }

    private static String cut(String label) {
        return label.length() <= MOST_LABEL ? label : label.substring(0, MOST_LABEL - 1) + "…";
    }
}
