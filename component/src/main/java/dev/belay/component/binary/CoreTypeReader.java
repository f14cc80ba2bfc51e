package dev.belay.component.binary;

import dev.belay.component.model.At;
import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreType.CoreExtern;
import dev.belay.component.model.CoreType.CoreField;
import dev.belay.component.model.CoreType.Limits;
import dev.belay.component.model.CoreType.ModuleDecl;
import dev.belay.component.model.CoreType.Storage;
import dev.belay.component.model.CoreType.SubType;
import dev.belay.component.model.CoreValType;
import dev.belay.component.model.CoreValType.AbstractHeap;
import dev.belay.component.model.CoreValType.Heap;
import dev.belay.component.model.CoreValType.IndexedHeap;
import dev.belay.component.model.CoreValType.Num;
import dev.belay.component.model.CoreValType.Ref;
import java.util.List;
import java.util.Optional;

/** Reads core types: {@code core:deftype} and what it is made of. */
final class CoreTypeReader {
    private static final int REF = 0x64;
    private static final int REF_NULL = 0x63;

    private final ByteReader in;

    CoreTypeReader(ByteReader in) {
        this.in = in;
    }

    CoreType coreType() {
        return switch (in.peek("a core type")) {
            case 0x50 -> {
                in.u8("module type");
                yield new CoreType.Module(in.vec("module declarations", this::moduleDecl));
            }
            case 0x00 -> {
                in.u8("0x00");
                in.expect(0x50, "a non-final sub type");
                yield new CoreType.Rec(List.of(subBody(false)), false);
            }
            default -> recType();
        };
    }

    CoreValType valType() {
        int start = in.offset();
        int code = in.u8("a core value type");
        for (Num num : Num.values()) {
            if (num.code() == code) {
                return num;
            }
        }
        return refType(start, code);
    }

    Ref refType(int start, int code) {
        if (code == REF || code == REF_NULL) {
            return new Ref(code == REF_NULL, heap(), false);
        }
        for (AbstractHeap heap : AbstractHeap.values()) {
            if (heap.code() == code) {
                return new Ref(true, heap, true);
            }
        }
        throw in.unknown(start, "core value type");
    }

    Heap heap() {
        int start = in.offset();
        long code = in.s33("a heap type");
        if (code >= 0) {
            if (code > Integer.MAX_VALUE) {
                throw ByteReader.malformed(start, "heap type " + code + " is out of bounds");
            }
            return new IndexedHeap((int) code);
        }
        for (AbstractHeap heap : AbstractHeap.values()) {
            if (heap.code() == (code & 0x7f)) {
                return heap;
            }
        }
        throw in.unknown(start, "heap type");
    }

    CoreType.Rec recType() {
        if (in.peek("a core type") == 0x4e) {
            in.u8("rec");
            return new CoreType.Rec(in.vec("types of a group", this::subType), true);
        }
        return new CoreType.Rec(List.of(subType()), false);
    }

    private SubType subType() {
        int code = in.peek("a core type");
        if (code == 0x50 || code == 0x4f) {
            in.u8("sub");
            return subBody(code == 0x4f);
        }
        return SubType.plain(composite());
    }

    private SubType subBody(boolean isFinal) {
        return new SubType(
                isFinal, in.vec("supertypes", () -> in.index("a supertype")), composite(), true);
    }

    private CoreType.Composite composite() {
        int start = in.offset();
        return switch (in.u8("a core type")) {
            case 0x60 -> new CoreType.Func(
                    in.vec("parameters", this::valType), in.vec("results", this::valType));
            case 0x5f -> new CoreType.Struct(in.vec("fields", this::field));
            case 0x5e -> new CoreType.Array(field());
            default -> throw in.unknown(start, "core type");
        };
    }

    private CoreField field() {
        int code = in.peek("a storage type");
        Storage storage;
        if (code == 0x78 || code == 0x77) {
            in.u8("a packed type");
            storage = new Storage.Packed(code == 0x78 ? 8 : 16);
        } else {
            storage = new Storage.Of(valType());
        }
        return new CoreField(storage, in.flag("mutability"));
    }

    private At<ModuleDecl> moduleDecl() {
        int start = in.offset();
        ModuleDecl decl =
                switch (in.u8("a module declaration")) {
                    case 0x00 -> new ModuleDecl.ImportDecl(
                            in.name("a module name"), in.name("an import's name"), extern());
                    case 0x01 -> new ModuleDecl.TypeDecl(declaredType());
                    case 0x02 -> outerAlias();
                    case 0x03 -> new ModuleDecl.ExportDecl(in.name("an export's name"), extern());
                    default -> throw in.unknown(start, "module declaration");
                };
        return new At<>(decl, start);
    }

    /** Within a module type 0x50 starts a sub type: module types do not nest. */
    private CoreType declaredType() {
        if (in.peek("a core type") == 0x00) {
            return coreType();
        }
        return recType();
    }

    private ModuleDecl.OuterAlias outerAlias() {
        in.expect(0x10, "the sort of an alias, type");
        in.expect(0x01, "an outer alias");
        return new ModuleDecl.OuterAlias(in.index("the count of an outer alias"), in.index("a core type"));
    }

    CoreExtern extern() {
        int start = in.offset();
        return switch (in.u8("a core extern type")) {
            case 0x00 -> new CoreExtern.Func(in.index("a core type"));
            case 0x01 -> {
                int at = in.offset();
                Ref element = refType(at, in.u8("a reference type"));
                yield new CoreExtern.Table(element, limits());
            }
            case 0x02 -> new CoreExtern.Memory(limits());
            case 0x03 -> new CoreExtern.Global(valType(), in.flag("mutability"));
            case 0x04 -> {
                in.expect(0x00, "the attribute of a tag");
                yield new CoreExtern.Tag(in.index("a core type"));
            }
            default -> throw in.unknown(start, "core extern type");
        };
    }

    Limits limits() {
        int start = in.offset();
        int flags = in.u8("limits");
        if (flags > 0x0f) {
            throw in.unknown(start, "limits");
        }
        boolean is64 = (flags & 4) != 0;
        long min = size(is64);
        Optional<Long> max = (flags & 1) != 0 ? Optional.of(size(is64)) : Optional.empty();
        Optional<Integer> page = (flags & 8) != 0 ? Optional.of(in.u32("a page size")) : Optional.empty();
        return new Limits(min, max, (flags & 2) != 0, is64, page);
    }

    private long size(boolean is64) {
        return is64 ? in.u64("a limit") : Integer.toUnsignedLong(in.u32("a limit"));
    }
}
