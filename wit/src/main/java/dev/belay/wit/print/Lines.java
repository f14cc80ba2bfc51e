package dev.belay.wit.print;

import dev.belay.wit.syntax.Annotation;
import dev.belay.wit.syntax.Meta;
import dev.belay.wit.syntax.PackageName;

/** Indented lines. */
final class Lines {
    private final StringBuilder text = new StringBuilder();
    private int depth;

    Lines add(String line) {
        text.append("  ".repeat(depth)).append(line).append('\n');
        return this;
    }

    Lines blank() {
        text.append('\n');
        return this;
    }

    Lines open(String head) {
        add(head + " {");
        depth++;
        return this;
    }

    Lines close() {
        depth--;
        return add("}");
    }

    Lines docs(String docs) {
        if (!docs.isEmpty()) {
            docs.lines().forEach(line -> add(line.isEmpty() ? "///" : "/// " + line));
        }
        return this;
    }

    /**
     * What stands before an item. What a world has from another package can speak of versions of that one, which mean
     * nothing within {@code within}.
     */
    Lines meta(Meta meta, PackageName within) {
        docs(meta.docs());
        meta.annotations().stream()
                .filter(annotation -> annotation.version()
                        .map(v -> within.version().filter(own -> own.compareTo(v) >= 0).isPresent())
                        .orElse(true))
                .map(Annotation::text)
                .forEach(this::add);
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
