package dev.belay.cli;

import dev.belay.cli.Stack.Origin;
import dev.belay.cli.Stack.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A composition's stack for people and for programs. */
final class StackText {
    private static final String INDENT = "  ";
    /** Deeper ones are told by their name only. */
    private static final int MAX_DEPTH = 50;

    private final Stack stack;
    private final int total;
    private final List<String> lines = new ArrayList<>();
    private final Set<Part> written = new HashSet<>();

    private StackText(Stack stack, int total) {
        this.stack = stack;
        this.total = total;
    }

    /** @param total the size of the whole, in bytes */
    static List<String> lines(Stack stack, int total) {
        var text = new StackText(stack, total);
        text.tree();
        text.sizes();
        return text.lines;
    }

    private void tree() {
        lines.add("stack:");
        stack.exports().forEach((name, origin) -> provided("export " + name, origin, 1));
        for (Part part : stack.parts()) {
            if (!written.contains(part)) {
                lines.add(INDENT + part.name());
                arguments(part, 2);
            }
        }
    }

    private void provided(String what, Origin origin, int depth) {
        String from = switch (origin) {
            case Origin.Imported(String name) -> name.equals(what) ? "the host" : "the host's " + name;
            case Origin.Provided(Part part, String _) -> part.name();
        };
        String line = INDENT.repeat(depth) + what + " <- " + from;
        if (origin instanceof Origin.Provided(Part part, String _)) {
            boolean again = written.contains(part) && !part.arguments().isEmpty();
            lines.add(Worded.printable(again ? line + " (see above)" : line));
            if (!again) {
                arguments(part, depth + 1);
            }
        } else {
            lines.add(Worded.printable(line));
        }
    }

    private void arguments(Part part, int depth) {
        if (written.add(part) && depth < MAX_DEPTH) {
            part.arguments().forEach((name, origin) -> provided(name, origin, depth));
        }
    }

    private void sizes() {
        lines.add("%,d bytes:".formatted(total));
        int rest = total;
        for (Stack.Share share : stack.shares()) {
            rest -= share.bytes();
            lines.add(Worded.printable(INDENT + share.what() + ": " + share(share.bytes())));
        }
        lines.add(INDENT + "what connects them: " + share(rest));
    }

    private String share(int bytes) {
        return String.format(Locale.ROOT, "%,d bytes, %.1f %%", bytes, bytes * 100.0 / total);
    }

    static Map<String, Object> asMap(Stack stack, int total) {
        var map = new LinkedHashMap<String, Object>();
        map.put("exports", origins(stack, stack.exports()));
        map.put("instances", stack.parts().stream()
                .map(part -> Map.of("name", part.name(), "arguments", origins(stack, part.arguments())))
                .toList());
        map.put("shares", stack.shares().stream()
                .map(share -> Map.of("what", share.what(), "bytes", share.bytes()))
                .toList());
        map.put("glue", total - stack.shares().stream().mapToInt(Stack.Share::bytes).sum());
        return map;
    }

    private static List<Map<String, Object>> origins(Stack stack, Map<String, Origin> origins) {
        var list = new ArrayList<Map<String, Object>>();
        origins.forEach((name, origin) -> {
            var map = new LinkedHashMap<String, Object>();
            map.put("name", name);
            switch (origin) {
                case Origin.Imported(String from) -> map.put("import", from);
                case Origin.Provided(Part part, String export) -> {
                    map.put("instance", stack.parts().indexOf(part));
                    map.put("export", export);
                }
            }
            list.add(map);
        });
        return list;
    }
}
