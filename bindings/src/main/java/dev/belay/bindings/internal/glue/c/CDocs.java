package dev.belay.bindings.internal.glue.c;

import java.util.ArrayList;
import java.util.List;

/** Documentation of WIT as a comment of C. */
final class CDocs {
    private CDocs() {}

    static List<String> of(String docs) {
        List<String> lines = docs.strip().lines().map(CDocs::escape).toList();
        if (lines.isEmpty()) {
            return List.of();
        }
        if (lines.size() == 1) {
            return List.of("/* " + lines.getFirst() + " */");
        }
        var all = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            String line = (i == 0 ? "/* " : " * ") + lines.get(i) + (i == lines.size() - 1 ? " */" : "");
            all.add(line.stripTrailing());
        }
        return all;
    }

    /** What would end the comment, or begin another, does not; nor does a line go on in the next. */
    private static String escape(String line) {
        String text = line.replace("*/", "* /").replace("/*", "/ *");
        return text.endsWith("\\") || text.endsWith("??/") ? text + "." : text;
    }
}
