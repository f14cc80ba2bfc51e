package dev.belay.cli;

import dev.belay.component.binary.CustomSections;
import dev.belay.component.binary.Producers;
import dev.belay.component.model.At;
import dev.belay.component.model.Bytes;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.model.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a component is made of: its parts, in the order of the file.
 *
 * @param kind {@code component} or {@code core module}
 * @param bytes its encoding's size
 * @param offset of its first byte, from the start of the file it is in
 * @param custom its custom sections
 * @param parts nested components and core modules
 */
record Contents(String kind, int bytes, int offset, List<Section.Custom> custom, List<Contents> parts) {
    static final String COMPONENT = "component";
    static final String CORE_MODULE = "core module";
    /** The decoder bounds how deep components nest; this only keeps a walk of ours from relying on that. */
    private static final int MAX_DEPTH = 100;

    static Contents of(ComponentBinary component) {
        return of(component, 0);
    }

    static Contents ofModule(Bytes module) {
        return new Contents(CORE_MODULE, module.size(), module.offset(), CustomSections.of(module), List.of());
    }

    private static Contents of(ComponentBinary component, int depth) {
        var custom = new ArrayList<Section.Custom>();
        var parts = new ArrayList<Contents>();
        for (At<Section> section : component.sections()) {
            switch (section.it()) {
                case Section.Custom its -> custom.add(its);
                case Section.CoreModule(var module) -> parts.add(ofModule(module));
                case Section.Component(var nested) when depth < MAX_DEPTH -> parts.add(of(nested, depth + 1));
                default -> {}
            }
        }
        Bytes bytes = component.bytes();
        return new Contents(COMPONENT, bytes.size(), bytes.offset(), List.copyOf(custom), List.copyOf(parts));
    }

    /** One line for each part, what belongs to it below it and further in. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        addLines(lines, "");
        return lines;
    }

    private void addLines(List<String> lines, String indent) {
        lines.add("%s%s, %,d bytes at 0x%x".formatted(indent, kind, bytes, offset));
        String inner = indent + "  ";
        Producers.of(custom).forEach((field, names) ->
                lines.add(Worded.printable(inner + field + ": " + String.join(", ", names))));
        for (Section.Custom section : custom) {
            lines.add(Worded.printable("%scustom section '%s', %,d bytes at 0x%x"
                    .formatted(inner, section.name(), section.data().size(), section.data().offset())));
        }
        parts.forEach(part -> part.addLines(lines, inner));
    }

    Map<String, Object> asMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("kind", kind);
        map.put("bytes", bytes);
        map.put("offset", offset);
        map.put("producers", Producers.of(custom));
        map.put("custom", custom.stream().map(Contents::asMap).toList());
        map.put("parts", parts.stream().map(Contents::asMap).toList());
        return map;
    }

    private static Map<String, Object> asMap(Section.Custom section) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", section.name());
        map.put("bytes", section.data().size());
        map.put("offset", section.data().offset());
        return map;
    }
}
