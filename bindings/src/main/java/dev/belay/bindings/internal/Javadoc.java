package dev.belay.bindings.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Documentation of WIT as a comment of Java. */
final class Javadoc {
    private final List<String> text = new ArrayList<>();
    private final Map<String, String> params = new LinkedHashMap<>();

    private Javadoc() {}

    static Javadoc of(String docs) {
        var javadoc = new Javadoc();
        docs.strip().lines().map(Javadoc::escape).forEach(javadoc.text::add);
        return javadoc;
    }

    Javadoc param(String name, String docs) {
        if (!docs.isBlank()) {
            params.put(name, escape(String.join(" ", docs.strip().lines().map(String::strip).toList())));
        }
        return this;
    }

    List<String> lines() {
        if (text.isEmpty() && params.isEmpty()) {
            return List.of();
        }
        if (params.isEmpty() && text.size() == 1) {
            return List.of("/** " + text.getFirst() + " */");
        }
        var lines = new ArrayList<String>();
        lines.add("/**");
        text.forEach(line -> lines.add(line.isEmpty() ? " *" : " * " + line));
        if (!text.isEmpty() && !params.isEmpty()) {
            lines.add(" *");
        }
        params.forEach((name, docs) -> lines.add(" * @param " + name + " " + docs));
        lines.add(" */");
        return lines;
    }

    /** What would end the comment, be a tag or markup, or be read as an escape of a character, is none. */
    private static String escape(String line) {
        var text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '@' -> text.append("&#64;");
                case '\\' -> text.append("&#92;");
                case '{' -> text.append("&#123;");
                case '}' -> text.append("&#125;");
                case '/' -> text.append(i > 0 && line.charAt(i - 1) == '*' ? "&#47;" : "/");
                case '*' -> text.append(i > 0 && line.charAt(i - 1) == '/' ? "&#42;" : "*");
                default -> text.append(c);
            }
        }
        return text.toString();
    }
}
