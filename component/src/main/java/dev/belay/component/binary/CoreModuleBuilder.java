package dev.belay.component.binary;

import dev.belay.component.model.Bytes;
import dev.belay.component.model.CoreSort;
import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreType.CoreExtern;
import dev.belay.component.model.CoreType.SubType;
import dev.belay.component.model.CoreValType;
import dev.belay.component.model.CoreValType.AbstractHeap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A small core module under construction, as glue between instances needs them: functions, one table or memory, exports,
 * function references put into tables. All imports are to be added before the first definition.
 */
public final class CoreModuleBuilder {
    private static final int[] PREAMBLE = {0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00};
    private static final CoreValType.Ref FUNCREF = new CoreValType.Ref(true, AbstractHeap.FUNC, true);

    private final Map<CoreType.Func, Integer> types = new LinkedHashMap<>();
    private final List<CoreModuleOutline.Import> imports = new ArrayList<>();
    private final List<Integer> functions = new ArrayList<>();
    private final List<Consumer<Body>> bodies = new ArrayList<>();
    private final List<CoreType.Limits> tables = new ArrayList<>();
    private final List<CoreType.Limits> memories = new ArrayList<>();
    private final List<CoreModuleOutline.Export> exports = new ArrayList<>();
    private final List<Segment> data = new ArrayList<>();
    private final List<Integer> elements = new ArrayList<>();
    private Optional<Integer> start = Optional.empty();
    private int importedFunctions;

    /** Instructions that load or store, without sign and in their natural width but for single bytes. */
    public enum Access {
        LOAD8(0x2d), LOAD32(0x28), LOAD64(0x29), STORE8(0x3a), STORE32(0x36), STORE64(0x37);

        private final int code;

        Access(int code) {
            this.code = code;
        }
    }

    /** Bytes at an address of memory 0; or at none, for {@link Body#memoryInit}. */
    private record Segment(Optional<Integer> address, Bytes bytes) {}

    /** The instructions of a function, by name; {@code end} is added. */
    public static final class Body {
        private final ByteWriter out;

        private Body(ByteWriter out) {
            this.out = out;
        }

        public Body localGet(int local) {
            return indexed(0x20, local);
        }

        public Body i32Const(int value) {
            out.u8(0x41);
            out.s33(value);
            return this;
        }

        public Body call(int function) {
            return indexed(0x10, function);
        }

        /** Through table 0. */
        public Body callIndirect(int type) {
            indexed(0x11, type);
            out.u8(0x00);
            return this;
        }

        /** Reaches memory 0, at the very address it is given, however aligned. */
        public Body access(Access access) {
            out.u8(access.code);
            out.u8(0x00);
            out.u8(0x00);
            return this;
        }

        /** Copies from a passive segment to memory 0; takes the address there, the offset here, and how many bytes. */
        public Body memoryInit(int segment) {
            out.u8(0xfc);
            out.u8(0x08);
            out.u32(segment);
            out.u8(0x00);
            return this;
        }

        public Body unreachable() {
            out.u8(0x00);
            return this;
        }

        private Body indexed(int code, int index) {
            out.u8(code);
            out.u32(index);
            return this;
        }
    }

    public int type(CoreType.Func type) {
        Integer known = types.get(type);
        if (known == null) {
            known = types.size();
            types.put(type, known);
        }
        return known;
    }

    /** The index of the imported function. */
    public int importFunction(String module, String name, CoreType.Func type) {
        imports.add(new CoreModuleOutline.Import(module, name, new CoreExtern.Func(type(type))));
        return importedFunctions++;
    }

    /** A table of function references. */
    public void importTable(String module, String name, int size) {
        imports.add(new CoreModuleOutline.Import(module, name, new CoreExtern.Table(FUNCREF, exactly(size))));
    }

    public void importMemory(String module, String name, CoreType.Limits limits) {
        imports.add(new CoreModuleOutline.Import(module, name, new CoreExtern.Memory(limits)));
    }

    /** The index of the new function, which has no locals beside its parameters. */
    public int function(CoreType.Func type, Consumer<Body> body) {
        functions.add(type(type));
        bodies.add(body);
        return importedFunctions + functions.size() - 1;
    }

    /** A table of function references, table 0 if none is imported. */
    public void table(int size) {
        tables.add(exactly(size));
    }

    public void memory(CoreType.Limits limits) {
        memories.add(limits);
    }

    public void export(String name, CoreSort sort, int index) {
        exports.add(new CoreModuleOutline.Export(name, sort, index));
    }

    /** Puts a function into table 0, at the next place from 0 on. */
    public void element(int function) {
        elements.add(function);
    }

    /** Bytes that are in memory 0 from the start. */
    public void data(int address, Bytes bytes) {
        data.add(new Segment(Optional.of(address), bytes));
    }

    /** The number of a segment that is in no memory. */
    public int passiveData(Bytes bytes) {
        data.add(new Segment(Optional.empty(), bytes));
        return data.size() - 1;
    }

    public void start(int function) {
        start = Optional.of(function);
    }

    public Bytes build() {
        var file = new ByteWriter();
        for (int b : PREAMBLE) {
            file.u8(b);
        }
        var bodySection = new ByteWriter();
        bodySection.vec(bodies, body -> bodySection.sized(code(body)));
        vec(file, 1, List.copyOf(types.keySet()), (out, type) -> new CoreTypeWriter(out)
                .coreType(new CoreType.Rec(List.of(SubType.plain(type)), false)));
        vec(file, 2, imports, (out, item) -> {
            out.name(item.module());
            out.name(item.name());
            new CoreTypeWriter(out).extern(item.type());
        });
        vec(file, 3, functions, ByteWriter::u32);
        vec(file, 4, tables, (out, limits) -> {
            out.u8(AbstractHeap.FUNC.code());
            new CoreTypeWriter(out).limits(limits);
        });
        vec(file, 5, memories, (out, limits) -> new CoreTypeWriter(out).limits(limits));
        vec(file, 7, exports, (out, export) -> {
            out.name(export.name());
            out.u8(export.sort().code());
            out.u32(export.index());
        });
        start.ifPresent(function -> section(file, 8, out -> out.u32(function)));
        if (!elements.isEmpty()) {
            section(file, 9, this::segment);
        }
        if (!data.isEmpty()) {
            section(file, 12, out -> out.u32(data.size()));
        }
        if (!bodies.isEmpty()) {
            file.u8(10);
            file.sized(bodySection);
        }
        vec(file, 11, data, (out, segment) -> {
            out.u32(segment.address().isPresent() ? 0 : 1);
            segment.address().ifPresent(address -> {
                out.u8(0x41);
                out.s33(address);
                out.u8(0x0b);
            });
            out.u32(segment.bytes().size());
            out.bytes(segment.bytes());
        });
        return Bytes.of(file.toByteArray());
    }

    /** One active segment of table 0, from its start. */
    private void segment(ByteWriter out) {
        out.u32(1);
        out.u32(0);
        out.u8(0x41);
        out.s33(0);
        out.u8(0x0b);
        out.vec(elements, out::u32);
    }

    private static ByteWriter code(Consumer<Body> body) {
        var out = new ByteWriter();
        out.u32(0);
        body.accept(new Body(out));
        out.u8(0x0b);
        return out;
    }

    private static <T> void vec(ByteWriter file, int id, List<T> items, java.util.function.BiConsumer<ByteWriter, T> item) {
        if (!items.isEmpty()) {
            section(file, id, out -> out.vec(items, each -> item.accept(out, each)));
        }
    }

    private static void section(ByteWriter file, int id, Consumer<ByteWriter> content) {
        var out = new ByteWriter();
        content.accept(out);
        file.u8(id);
        file.sized(out);
    }

    private static CoreType.Limits exactly(int size) {
        return new CoreType.Limits(size, Optional.of((long) size), false, false, Optional.empty());
    }
}
