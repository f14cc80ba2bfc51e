package dev.belay.cli;

import dev.belay.component.model.At;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.model.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a component is made of: its parts, in the order of the file.
 *
 * @param kind {@code component} or {@code core module}
 * @param bytes its encoding's size
 * @param offset of its first byte, from the start of the file it is in
 * @param parts nested components and core modules
 */
record Contents(String kind, int bytes, int offset, List<Contents> parts) {
    /** The decoder bounds how deep components nest; this only keeps a walk of ours from relying on that. */
    private static final int MAX_DEPTH = 100;

    static Contents of(ComponentBinary component) {
        return of(component, 0, 0);
    }

    private static Contents of(ComponentBinary component, int offset, int depth) {
        var parts = new ArrayList<Contents>();
        for (At<Section> section : component.sections()) {
            switch (section.it()) {
                case Section.CoreModule(var module) ->
                    parts.add(new Contents("core module", module.size(), module.offset(), List.of()));
                case Section.Component(var nested) when depth < MAX_DEPTH ->
                    parts.add(of(nested, nested.bytes().offset(), depth + 1));
                default -> {}
            }
        }
        return new Contents("component", component.bytes().size(), offset, List.copyOf(parts));
    }

    /** One line for each part, those of a part below it and further in. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        addLines(lines, "");
        return lines;
    }

    private void addLines(List<String> lines, String indent) {
        lines.add("%s%s, %,d bytes at 0x%x".formatted(indent, kind, bytes, offset));
        parts.forEach(part -> part.addLines(lines, indent + "  "));
    }

    Map<String, Object> asMap() {
        return Map.of(
                "kind", kind,
                "bytes", bytes,
                "offset", offset,
                "parts", parts.stream().map(Contents::asMap).toList());
    }
}
