package dev.belay.component.binary;

import dev.belay.component.model.Bytes;
import dev.belay.component.model.Section;
import java.util.ArrayList;
import java.util.List;

/** The custom sections of a core module. Those of a component are in its model. */
public final class CustomSections {
    private static final int HEADER_SIZE = 8;
    private static final int CUSTOM = 0;

    private CustomSections() {}

    /**
     * @param module a core module, header included
     * @throws dev.belay.component.InvalidComponentException if its sections go past its end
     */
    public static List<Section.Custom> of(Bytes module) {
        var found = new ArrayList<Section.Custom>();
        int end = module.offset() + module.size();
        var reader = new ByteReader(module.array(), module.offset(), end);
        if (module.size() < HEADER_SIZE) {
            throw ByteReader.malformed(end, "unexpected end: expected a core module's header of 8 bytes");
        }
        reader.bytes(HEADER_SIZE);
        while (!reader.atEnd()) {
            int id = reader.u8("a section's id");
            int start = reader.offset();
            int size = reader.u32("the size of a section");
            if (size < 0 || size > reader.remaining()) {
                throw ByteReader.malformed(start, "unexpected end: a section goes past the end of the core module");
            }
            Bytes content = reader.bytes(size);
            if (id == CUSTOM) {
                var inner = new ByteReader(content.array(), content.offset(), content.offset() + size);
                found.add(new Section.Custom(inner.name("a custom section's name"), inner.rest()));
            }
        }
        return found;
    }
}
