package dev.belay.component.binary;

import dev.belay.component.binary.CoreModuleContents.Custom;
import dev.belay.component.binary.CoreModuleContents.Data;
import dev.belay.component.binary.CoreModuleContents.ElementItems;
import dev.belay.component.binary.CoreModuleContents.Elements;
import dev.belay.component.binary.CoreModuleContents.Function;
import dev.belay.component.binary.CoreModuleContents.Locals;
import dev.belay.component.binary.CoreModuleContents.Target;
import dev.belay.component.model.Bytes;
import dev.belay.component.model.CoreValType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a core module holds: code, segments, initial values. */
public final class CoreModuleContentsReader {
    private static final int PREAMBLE_SIZE = 8;
    /** As many as the core specification's implementations allow for one function. */
    private static final long MAX_LOCALS = 50_000;
    /** Of all functions together: a few bytes each say 50,000, and text has them one by one. */
    private static final long MAX_ALL_LOCALS = 5_000_000;

    private final ByteReader module;
    private final List<Optional<List<CoreInstruction>>> tables = new ArrayList<>();
    private final List<List<CoreInstruction>> globals = new ArrayList<>();
    private Optional<Integer> start = Optional.empty();
    private final List<Elements> elements = new ArrayList<>();
    private final List<Data> data = new ArrayList<>();
    private final List<Function> functions = new ArrayList<>();
    private final List<Custom> custom = new ArrayList<>();
    private long allLocals;

    private CoreModuleContentsReader(ByteReader module) {
        this.module = module;
    }

    /**
     * @param module a valid module, with its preamble
     * @throws dev.belay.component.InvalidComponentException if it is malformed, or uses an unknown instruction
     */
    public static CoreModuleContents read(Bytes module) {
        int from = module.offset() + Math.min(PREAMBLE_SIZE, module.size());
        var reader = new CoreModuleContentsReader(new ByteReader(module.array(), from, module.offset() + module.size()));
        while (!reader.module.atEnd()) {
            reader.section();
        }
        return new CoreModuleContents(
                reader.tables,
                reader.globals,
                reader.start,
                reader.elements,
                reader.data,
                reader.functions,
                reader.custom);
    }

    private void section() {
        int id = module.u8("a section of a core module");
        var in = sized(module, "the size of a section");
        var core = new CoreTypeReader(in);
        switch (id) {
            case 0 -> custom.add(new Custom(in.name("a custom section's name"), in.rest()));
            case 4 -> tables.addAll(in.vec("tables", () -> table(in, core)));
            case 6 -> globals.addAll(in.vec("globals", () -> {
                core.valType();
                in.flag("mutability");
                return expression(in);
            }));
            case 8 -> start = Optional.of(in.index("a function"));
            case 9 -> elements.addAll(in.vec("segments", () -> elements(in, core)));
            case 10 -> functions.addAll(in.vec("functions", () -> function(sized(in, "the size of a function"))));
            case 11 -> data.addAll(in.vec("segments", () -> data(in)));
            default -> {}
        }
    }

    private static ByteReader sized(ByteReader in, String what) {
        int offset = in.offset();
        int size = in.u32(what);
        if (size < 0 || size > in.remaining()) {
            throw ByteReader.malformed(offset, "unexpected end: " + what + " goes past the end");
        }
        var body = new ByteReader(in.file(), in.offset(), in.offset() + size);
        in.bytes(size);
        return body;
    }

    private static List<CoreInstruction> expression(ByteReader in) {
        return new CoreInstructionReader(in).expression();
    }

    private static Optional<List<CoreInstruction>> table(ByteReader in, CoreTypeReader core) {
        boolean initialised = in.peek("a table") == 0x40;
        if (initialised) {
            in.expect(0x40, "a table with an initial value");
            in.expect(0x00, "a reserved byte");
        }
        int at = in.offset();
        core.refType(at, in.u8("a reference type"));
        core.limits();
        return initialised ? Optional.of(expression(in)) : Optional.empty();
    }

    private static Elements elements(ByteReader in, CoreTypeReader core) {
        int offset = in.offset();
        int flags = in.u32("a segment");
        if (flags < 0 || flags > 7) {
            throw in.unknown(offset, "segment");
        }
        boolean active = (flags & 1) == 0;
        boolean explicit = (flags & 2) != 0;
        boolean expressions = (flags & 4) != 0;
        Optional<Target> target = active
                ? Optional.of(new Target(explicit ? in.index("a table") : 0, expression(in)))
                : Optional.empty();
        Optional<CoreValType.Ref> type = Optional.empty();
        if (!active || explicit) {
            int at = in.offset();
            int kind = in.u8("a kind of elements");
            type = expressions ? Optional.of(core.refType(at, kind)) : Optional.empty();
        }
        ElementItems items = expressions
                ? new ElementItems.Expressions(in.vec("elements", () -> expression(in)))
                : new ElementItems.Functions(in.vec("elements", () -> in.index("a function")));
        return new Elements(target, !active && explicit, type, items);
    }

    private static Data data(ByteReader in) {
        int offset = in.offset();
        int flags = in.u32("a segment");
        Optional<Target> target = switch (flags) {
            case 0 -> Optional.of(new Target(0, expression(in)));
            case 1 -> Optional.empty();
            case 2 -> Optional.of(new Target(in.index("a memory"), expression(in)));
            default -> throw in.unknown(offset, "segment");
        };
        int at = in.offset();
        int size = in.u32("the size of a segment");
        if (size < 0 || size > in.remaining()) {
            throw ByteReader.malformed(at, "unexpected end: a segment goes past the end");
        }
        return new Data(target, in.bytes(size));
    }

    private Function function(ByteReader in) {
        int offset = in.offset();
        var core = new CoreTypeReader(in);
        var locals = in.vec("locals", () -> new Locals(in.index("a number of locals"), core.valType()));
        long count = locals.stream().mapToLong(Locals::count).sum();
        allLocals += count;
        if (count > MAX_LOCALS || allLocals > MAX_ALL_LOCALS) {
            throw ByteReader.malformed(
                    offset,
                    "a function has more than " + MAX_LOCALS + " locals, or all have more than " + MAX_ALL_LOCALS);
        }
        return new Function(locals, expression(in));
    }
}
