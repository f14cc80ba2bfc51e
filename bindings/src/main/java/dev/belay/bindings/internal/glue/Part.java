package dev.belay.bindings.internal.glue;

import dev.belay.bindings.internal.Content;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What belongs together in generated sources: an interface on one side of the world, or what the world has by itself. */
public final class Part {
    private final Content content;
    private final boolean exporting;
    private final String prefix;
    private final List<Declared> types = new ArrayList<>();
    private final List<Function> functions = new ArrayList<>();

    Part(Content content, boolean exporting, String prefix) {
        this.content = content;
        this.exporting = exporting;
        this.prefix = prefix;
    }

    /** A part that nothing is of: where each type is written with the part it is of. */
    public static Part nowhere() {
        return new Part(new Content("", "", List.of(), List.of()), false, "");
    }

    /** As core modules have it: {@code wasi:io/streams@0.2.3}, or {@code $root} for a world. */
    public String name() {
        return content.name();
    }

    public boolean isWorld() {
        return content.name().equals(Content.ROOT);
    }

    public String docs() {
        return content.docs();
    }

    public boolean exporting() {
        return exporting;
    }

    /** What tells it from the other parts, as a label of WIT: {@code streams}. */
    public String prefix() {
        return prefix;
    }

    /** Each after all that it needs. */
    public List<Declared> types() {
        return Collections.unmodifiableList(types);
    }

    public List<Declared> resources() {
        return types.stream().filter(Declared::isResource).toList();
    }

    public List<Function> functions() {
        return Collections.unmodifiableList(functions);
    }

    Content content() {
        return content;
    }

    void add(Declared type) {
        types.add(type);
    }

    void add(Function function) {
        functions.add(function);
    }

    /** The module of what an import of it is imported from, or of what an exported resource needs. */
    public String module() {
        return exporting ? "[export]" + name() : name();
    }

    /** The name of an export of the core module. */
    public String exportName(String function) {
        return isWorld() ? function : name() + "#" + function;
    }

    @Override
    public String toString() {
        return (exporting ? "export " : "import ") + name();
    }
}
