package dev.belay.component.binary;

import dev.belay.component.model.Bytes;
import dev.belay.component.model.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The custom sections of a core module, and sections as a whole. Those of a component are in its model. */
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
        walk(module, (_, _, custom) -> custom.ifPresent(found::add));
        return found;
    }

    /**
     * The module without some of its custom sections.
     *
     * @throws dev.belay.component.InvalidComponentException if its sections go past its end
     */
    public static Bytes without(Bytes module, Predicate<Section.Custom> unwanted) {
        var out = new ByteWriter();
        out.bytes(module.slice(0, Math.min(HEADER_SIZE, module.size())));
        walk(module, (_, whole, custom) -> {
            if (custom.filter(unwanted).isEmpty()) {
                out.bytes(whole);
            }
        });
        return Bytes.of(out.toByteArray());
    }

    /** The module with one more custom section, at its end. */
    public static Bytes with(Bytes module, Section.Custom added) {
        var content = new ByteWriter();
        content.name(added.name());
        content.bytes(added.data());
        var out = new ByteWriter();
        out.bytes(module);
        out.u8(CUSTOM);
        out.sized(content);
        return Bytes.of(out.toByteArray());
    }

    /** The module with something else in the only section of a kind. */
    static Bytes replace(Bytes module, int id, ByteWriter content) {
        var out = new ByteWriter();
        out.bytes(module.slice(0, HEADER_SIZE));
        walk(module, (its, whole, _) -> {
            if (its == id) {
                out.u8(id);
                out.sized(content);
            } else {
                out.bytes(whole);
            }
        });
        return Bytes.of(out.toByteArray());
    }

    private interface Visitor {
        void section(int id, Bytes whole, Optional<Section.Custom> custom);
    }

    /** Each section whole, and what is in it if it is a custom one. */
    private static void walk(Bytes module, Visitor each) {
        int end = module.offset() + module.size();
        var reader = new ByteReader(module.array(), module.offset(), end);
        if (module.size() < HEADER_SIZE) {
            throw ByteReader.malformed(end, "unexpected end: expected a core module's header of 8 bytes");
        }
        reader.bytes(HEADER_SIZE);
        while (!reader.atEnd()) {
            int from = reader.offset();
            int id = reader.u8("a section's id");
            int start = reader.offset();
            int size = reader.u32("the size of a section");
            if (size < 0 || size > reader.remaining()) {
                throw ByteReader.malformed(start, "unexpected end: a section goes past the end of the core module");
            }
            Bytes content = reader.bytes(size);
            Optional<Section.Custom> custom = Optional.empty();
            if (id == CUSTOM) {
                var inner = new ByteReader(content.array(), content.offset(), content.offset() + size);
                custom = Optional.of(new Section.Custom(inner.name("a custom section's name"), inner.rest()));
            }
            each.section(id, Bytes.of(module.array(), from, reader.offset() - from), custom);
        }
    }
}
