package dev.belay.component.binary;

import dev.belay.component.model.CoreInstance;
import dev.belay.component.model.Export;
import dev.belay.component.model.Import;
import dev.belay.component.model.Instance;
import dev.belay.component.model.SortIndex;
import dev.belay.component.model.ValTypeRef;
import dev.belay.component.model.Value;

/** Reads instances, imports, exports and values. */
final class InstanceReader {
    private final ByteReader in;
    private final TypeReader types;

    InstanceReader(ByteReader in, TypeReader types) {
        this.in = in;
        this.types = types;
    }

    CoreInstance coreInstance() {
        int start = in.offset();
        return switch (in.u8("a core instance")) {
            case 0x00 -> new CoreInstance.Instantiate(in.index("a module"), in.vec("arguments", () -> {
                String name = in.name("an argument's name");
                in.expect(0x12, "the sort core instance");
                return new CoreInstance.Arg(name, in.index("a core instance"));
            }));
            case 0x01 -> new CoreInstance.FromExports(in.vec(
                    "exports",
                    () -> new CoreInstance.InlineExport(
                            in.name("an export's name"), types.coreSort(), in.index("an index"))));
            default -> throw in.unknown(start, "core instance");
        };
    }

    Instance instance() {
        int start = in.offset();
        return switch (in.u8("an instance")) {
            case 0x00 -> new Instance.Instantiate(
                    in.index("a component"),
                    in.vec("arguments", () -> new Instance.Arg(in.name("an argument's name"), sortIndex())));
            case 0x01 -> new Instance.FromExports(
                    in.vec("exports", () -> new Instance.InlineExport(types.externName(), sortIndex())));
            default -> throw in.unknown(start, "instance");
        };
    }

    Import importing() {
        return new Import(types.externName(), types.externDesc());
    }

    Export export() {
        return new Export(types.externName(), sortIndex(), in.optional("type", types::externDesc));
    }

    Value value() {
        ValTypeRef type = types.ref();
        int start = in.offset();
        int length = in.u32("the size of a value");
        if (length < 0 || length > in.remaining()) {
            throw ByteReader.malformed(start, "unexpected end: a value of " + Integer.toUnsignedString(length) + " bytes");
        }
        return new Value(type, in.bytes(length));
    }

    private SortIndex sortIndex() {
        return new SortIndex(types.sort(), in.index("an index"));
    }
}
