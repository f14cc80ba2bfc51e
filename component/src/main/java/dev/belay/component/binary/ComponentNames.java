package dev.belay.component.binary;

import dev.belay.component.model.Bytes;
import dev.belay.component.model.Section;
import dev.belay.component.model.Sort;
import java.util.List;
import java.util.Map;

/** Writes {@code component-name} sections, which give names to indices for people to read. */
public final class ComponentNames {
    private static final String SECTION = "component-name";
    private static final int SORT_NAMES = 1;

    private ComponentNames() {}

    /** @param names by sort, then by index, ascending */
    public static Section.Custom section(Map<Sort.Plain, Map<Integer, String>> names) {
        var out = new ByteWriter();
        names.forEach((sort, its) -> {
            var body = new ByteWriter();
            body.u8(sort.code());
            body.vec(List.copyOf(its.entrySet()), entry -> {
                body.u32(entry.getKey());
                body.name(entry.getValue());
            });
            out.u8(SORT_NAMES);
            out.sized(body);
        });
        return new Section.Custom(SECTION, Bytes.of(out.toByteArray()));
    }
}
