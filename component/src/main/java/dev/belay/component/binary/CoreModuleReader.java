package dev.belay.component.binary;

import dev.belay.component.model.Bytes;
import dev.belay.component.model.CoreSort;
import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreType.CoreExtern;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the types, imports and exports of a core module, and skips its code and data.
 *
 * <p>The engine's parser does the same, but keeps less than import matching asks for: whether a memory has a maximum, and
 * the address type and page size of proposals that it does not run.
 */
public final class CoreModuleReader {
    private static final int PREAMBLE_SIZE = 8;

    private final ByteReader module;
    private final List<CoreType.Rec> types = new ArrayList<>();
    private final List<CoreModuleOutline.Import> imports = new ArrayList<>();
    private final List<CoreExtern> definitions = new ArrayList<>();
    private final List<CoreModuleOutline.Export> exports = new ArrayList<>();
    private long functions;
    private long bodies;

    private CoreModuleReader(ByteReader module) {
        this.module = module;
    }

    /**
     * @param module with its preamble, which is not looked at
     * @throws dev.belay.component.InvalidComponentException with the offset in the array behind {@code module}
     */
    public static CoreModuleOutline read(Bytes module) {
        int start = module.offset() + Math.min(PREAMBLE_SIZE, module.size());
        var reader = new CoreModuleReader(new ByteReader(module.array(), start, module.offset() + module.size()));
        while (!reader.module.atEnd()) {
            reader.section();
        }
        if (reader.functions != reader.bodies) {
            throw ByteReader.malformed(
                    module.offset() + module.size(),
                    "function and code section have inconsistent lengths: " + reader.functions + " functions and "
                            + reader.bodies + " bodies");
        }
        return new CoreModuleOutline(reader.types, reader.imports, reader.definitions, reader.exports);
    }

    private void section() {
        int id = module.u8("a section of a core module");
        int sizeOffset = module.offset();
        int size = module.u32("the size of a section");
        if (size < 0 || size > module.remaining()) {
            throw ByteReader.malformed(
                    sizeOffset,
                    "unexpected end: a section of a core module says it has " + Integer.toUnsignedString(size)
                            + " bytes, " + module.remaining() + " are left");
        }
        var in = new ByteReader(module.file(), module.offset(), module.offset() + size);
        module.bytes(size);
        var core = new CoreTypeReader(in);
        switch (id) {
            case 1 -> types.addAll(in.vec("types", core::recType));
            case 2 -> imports.addAll(in.vec("imports", () -> new CoreModuleOutline.Import(
                    in.name("a module name"), in.name("an import's name"), core.extern())));
            case 3 -> {
                var declared = in.vec("functions", () -> new CoreExtern.Func(in.index("a core type")));
                functions += declared.size();
                definitions.addAll(declared);
            }
            case 4 -> definitions.addAll(in.vec("tables", () -> table(in, core)));
            case 5 -> definitions.addAll(in.vec("memories", () -> new CoreExtern.Memory(core.limits())));
            case 6 -> definitions.addAll(in.vec("globals", () -> global(in, core)));
            case 7 -> exports.addAll(in.vec("exports", () -> export(in)));
            case 10 -> {
                bodies += Integer.toUnsignedLong(in.u32("the number of functions"));
                return;
            }
            case 13 -> definitions.addAll(in.vec("tags", () -> tag(in)));
            default -> {
                return;
            }
        }
        if (!in.atEnd()) {
            throw ByteReader.malformed(in.offset(), "section size mismatch in a core module");
        }
    }

    private static CoreExtern table(ByteReader in, CoreTypeReader core) {
        boolean initialised = in.peek("a table") == 0x40;
        if (initialised) {
            in.expect(0x40, "a table with an initial value");
            in.expect(0x00, "a reserved byte");
        }
        int at = in.offset();
        var table = new CoreExtern.Table(core.refType(at, in.u8("a reference type")), core.limits());
        if (initialised) {
            ConstantExpression.skip(in);
        }
        return table;
    }

    private static CoreExtern global(ByteReader in, CoreTypeReader core) {
        var global = new CoreExtern.Global(core.valType(), in.flag("mutability"));
        ConstantExpression.skip(in);
        return global;
    }

    private static CoreExtern tag(ByteReader in) {
        in.expect(0x00, "the attribute of a tag");
        return new CoreExtern.Tag(in.index("a core type"));
    }

    private static CoreModuleOutline.Export export(ByteReader in) {
        String name = in.name("an export's name");
        int at = in.offset();
        int code = in.u8("a sort");
        for (CoreSort sort : CoreSort.values()) {
            if (sort.code() == code && code <= CoreSort.TAG.code()) {
                return new CoreModuleOutline.Export(name, sort, in.index("an exported index"));
            }
        }
        throw in.unknown(at, "sort of a core export");
    }
}
