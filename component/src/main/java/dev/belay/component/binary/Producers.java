package dev.belay.component.binary;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.model.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the {@code producers} section says about how a module or component was made. */
public final class Producers {
    private static final String NAME = "producers";

    private Producers() {}

    /**
     * @return for each field ({@code language}, {@code processed-by}, {@code sdk}) the names of it, with their versions;
     *     empty if no section says so. A section that is malformed says nothing: custom sections are no part of validity.
     */
    public static Map<String, List<String>> of(List<Section.Custom> sections) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (Section.Custom section : sections) {
            if (section.name().equals(NAME)) {
                try {
                    fields.putAll(read(section));
                } catch (InvalidComponentException _) {
                    return Map.of();
                }
            }
        }
        return fields;
    }

    private static Map<String, List<String>> read(Section.Custom section) {
        var data = section.data();
        var reader = new ByteReader(data.array(), data.offset(), data.offset() + data.size());
        var fields = new LinkedHashMap<String, List<String>>();
        reader.vec("fields", () -> {
            var values = fields.computeIfAbsent(reader.name("a field's name"), _ -> new ArrayList<>());
            return reader.vec("values", () -> {
                String name = reader.name("a producer's name");
                String version = reader.name("a producer's version");
                return values.add(version.isEmpty() ? name : name + " " + version);
            });
        });
        return fields;
    }
}
