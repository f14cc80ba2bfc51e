package dev.belay.component.binary;

import dev.belay.component.model.At;
import dev.belay.component.model.Bytes;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.model.Section;
import java.util.ArrayList;
import java.util.List;

/** Decodes component binaries ({@code design/mvp/Binary.md} of the Component Model). */
public final class ComponentDecoder {
    /** Components within components: far deeper than any composition, far from what a thread's stack can take. */
    public static final int MAX_NESTING = 100;

    private static final byte[] MAGIC = {0x00, 0x61, 0x73, 0x6d};
    private static final int VERSION = 0x0d;

    private final byte[] bytes;
    private final int start;
    private final int end;
    private final int depth;

    private ComponentDecoder(byte[] bytes, int start, int end, int depth) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
        this.depth = depth;
    }

    /**
     * @param bytes are kept: they must not be written to again
     * @throws dev.belay.component.InvalidComponentException if the bytes are no component
     */
    public static ComponentBinary decode(byte[] bytes) {
        return new ComponentDecoder(bytes, 0, bytes.length, 0).component();
    }

    private ComponentBinary component() {
        if (depth > MAX_NESTING) {
            throw ByteReader.malformed(start, "components nest deeper than " + MAX_NESTING);
        }
        var in = new ByteReader(bytes, start, end);
        preamble(in);
        var sections = new ArrayList<At<Section>>();
        while (!in.atEnd()) {
            int offset = in.offset();
            int id = in.u8("a section");
            int sizeOffset = in.offset();
            int size = in.u32("the size of a section");
            if (size < 0 || size > in.remaining()) {
                throw ByteReader.malformed(
                        sizeOffset,
                        "unexpected end: the section says it has " + Integer.toUnsignedString(size) + " bytes, "
                                + in.remaining() + " are left");
            }
            var body = new ByteReader(bytes, in.offset(), in.offset() + size);
            in.bytes(size);
            Section section = section(offset, id, body);
            if (!body.atEnd()) {
                throw ByteReader.malformed(
                        body.offset(), "section size mismatch: " + body.remaining() + " bytes are left over");
            }
            sections.add(new At<>(section, offset));
        }
        return new ComponentBinary(sections, Bytes.of(bytes, start, end - start));
    }

    private void preamble(ByteReader in) {
        if (in.remaining() == 0) {
            throw ByteReader.malformed(start, "unexpected end: expected a component, found nothing");
        }
        for (byte b : MAGIC) {
            int offset = in.offset();
            if (in.u8("the magic number \\0asm") != b) {
                throw ByteReader.malformed(
                        start, "expected the magic number \\0asm, found another byte at index " + (offset - start));
            }
        }
        int offset = in.offset();
        int version = in.u8("the version") | in.u8("the version") << 8;
        int layer = in.u8("the layer") | in.u8("the layer") << 8;
        if (version == 1 && layer == 0) {
            throw ByteReader.malformed(offset, "expected a component, found a core module");
        }
        if (version != VERSION || layer != 1) {
            throw ByteReader.malformed(
                    offset, "expected a component of version 13, found version " + version + ", layer " + layer);
        }
    }

    private Section section(int offset, int id, ByteReader in) {
        var types = new TypeReader(in);
        return switch (id) {
            case 0 -> new Section.Custom(in.name("a custom section's name"), in.rest());
            case 1 -> coreModule(in);
            case 2 -> new Section.CoreInstances(
                    at(in, "core instances", () -> new InstanceReader(in, types).coreInstance()));
            case 3 -> new Section.CoreTypes(at(in, "core types", types.core()::coreType));
            case 4 -> {
                int from = in.offset();
                Bytes nested = in.rest();
                yield new Section.Component(
                        new ComponentDecoder(bytes, from, from + nested.size(), depth + 1).component());
            }
            case 5 -> new Section.Instances(at(in, "instances", () -> new InstanceReader(in, types).instance()));
            case 6 -> new Section.Aliases(at(in, "aliases", types::alias));
            case 7 -> new Section.Types(at(in, "types", types::type));
            case 8 -> new Section.Canons(at(in, "canonical definitions", new CanonReader(in, types)::canon));
            case 9 -> new Section.Start(
                    in.index("a function"), in.vec("arguments", () -> in.index("a value")), in.u32("a count of results"));
            case 10 -> new Section.Imports(at(in, "imports", () -> new InstanceReader(in, types).importing()));
            case 11 -> new Section.Exports(at(in, "exports", () -> new InstanceReader(in, types).export()));
            case 12 -> new Section.Values(at(in, "values", () -> new InstanceReader(in, types).value()));
            default -> throw in.unknown(offset, "section");
        };
    }

    private static Section coreModule(ByteReader in) {
        int offset = in.offset();
        Bytes module = in.rest();
        byte[] preamble = {0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00};
        for (int i = 0; i < preamble.length; i++) {
            if (i >= module.size()) {
                throw ByteReader.malformed(offset + i, "unexpected end: expected a core module");
            }
            if (module.get(i) != preamble[i]) {
                throw ByteReader.malformed(
                        offset, "expected a core module of version 1, found another byte at index " + i);
            }
        }
        return new Section.CoreModule(module);
    }

    private static <T> List<At<T>> at(ByteReader in, String what, java.util.function.Supplier<? extends T> item) {
        return in.vec(what, () -> {
            int offset = in.offset();
            return new At<T>(item.get(), offset);
        });
    }
}
