package dev.belay.component.binary;

import dev.belay.component.model.Alias;
import dev.belay.component.model.At;
import dev.belay.component.model.CoreSort;
import dev.belay.component.model.Decl;
import dev.belay.component.model.ExternDesc;
import dev.belay.component.model.ExternName;
import dev.belay.component.model.Primitive;
import dev.belay.component.model.Sort;
import dev.belay.component.model.Type;
import dev.belay.component.model.ValTypeRef;
import java.util.List;
import java.util.Optional;

/** Reads component types, names and aliases. */
final class TypeReader {
    /** Types within types: far deeper than any toolchain goes, far from what a thread's stack can take. */
    static final int MAX_TYPE_NESTING = 100;

    private final ByteReader in;
    private final CoreTypeReader core;
    private int nesting;

    TypeReader(ByteReader in) {
        this.in = in;
        this.core = new CoreTypeReader(in);
    }

    CoreTypeReader core() {
        return core;
    }

    Type type() {
        int start = in.offset();
        int code = in.u8("a type");
        return switch (code) {
            case 0x40 -> func(false);
            case 0x43 -> func(true);
            case 0x41 -> nested(start, () -> new Type.Component(in.vec("declarations", () -> decl(true))));
            case 0x42 -> nested(start, () -> new Type.Instance(in.vec("declarations", () -> decl(false))));
            case 0x3f -> new Type.Resource(
                    core.valType(), in.optional("destructor", () -> in.index("a core function")));
            default -> defined(start, code);
        };
    }

    private Type.Val defined(int start, int code) {
        Optional<Primitive> primitive = primitive(code);
        if (primitive.isPresent()) {
            return new Type.Prim(primitive.get());
        }
        return switch (code) {
            case 0x72 -> new Type.Record(in.vec("fields", this::field));
            case 0x71 -> new Type.Variant(in.vec("cases", this::variantCase));
            case 0x70 -> new Type.ListOf(ref());
            case 0x67 -> new Type.FixedList(ref(), in.u32("the length of a list"));
            case 0x6f -> new Type.Tuple(in.vec("types", this::ref));
            case 0x6e -> new Type.Flags(in.vec("flags", () -> in.name("a flag")));
            case 0x6d -> new Type.Enum(in.vec("cases", () -> in.name("a case")));
            case 0x6b -> new Type.Option(ref());
            case 0x6a -> new Type.Result(in.optional("ok type", this::ref), in.optional("error type", this::ref));
            case 0x69 -> new Type.Own(in.index("a resource type"));
            case 0x68 -> new Type.Borrow(in.index("a resource type"));
            case 0x66 -> new Type.Stream(in.optional("element type", this::ref));
            case 0x65 -> new Type.Future(in.optional("element type", this::ref));
            case 0x63 -> new Type.MapOf(ref(), ref());
            default -> throw in.unknown(start, "type");
        };
    }

    private static Optional<Primitive> primitive(int code) {
        for (Primitive primitive : Primitive.values()) {
            if (primitive.code() == code) {
                return Optional.of(primitive);
            }
        }
        return Optional.empty();
    }

    ValTypeRef ref() {
        int start = in.offset();
        long code = in.s33("a value type");
        if (code >= 0) {
            if (code > Integer.MAX_VALUE) {
                throw ByteReader.malformed(start, "type index " + code + " is out of bounds");
            }
            return new ValTypeRef.Index((int) code);
        }
        return primitive((int) (code & 0x7f))
                .filter(_ -> code >= -64)
                .<ValTypeRef>map(ValTypeRef.Prim::new)
                .orElseThrow(() -> in.unknown(start, "value type"));
    }

    private Type.Field field() {
        return new Type.Field(in.name("a label"), ref());
    }

    private Type.Case variantCase() {
        var result = new Type.Case(in.name("a label"), in.optional("payload", this::ref));
        in.expect(0x00, "the end of a case");
        return result;
    }

    private Type.Func func(boolean async) {
        return new Type.Func(async, in.vec("parameters", this::field), results());
    }

    Optional<ValTypeRef> results() {
        int start = in.offset();
        switch (in.u8("a result list")) {
            case 0x00 -> {
                return Optional.of(ref());
            }
            case 0x01 -> {
                in.expect(0x00, "an empty list of named results");
                return Optional.empty();
            }
            default -> throw in.unknown(start, "result list");
        }
    }

    private Type nested(int start, java.util.function.Supplier<Type> body) {
        if (++nesting > MAX_TYPE_NESTING) {
            throw ByteReader.malformed(start, "types nest deeper than " + MAX_TYPE_NESTING);
        }
        Type type = body.get();
        nesting--;
        return type;
    }

    private At<Decl> decl(boolean component) {
        int start = in.offset();
        int code = in.u8("a declaration");
        Decl decl = switch (code) {
            case 0x00 -> new Decl.CoreTypeDecl(core.coreType());
            case 0x01 -> new Decl.TypeDecl(type());
            case 0x02 -> new Decl.AliasDecl(alias());
            case 0x03 -> {
                if (!component) {
                    throw in.unknown(start, "declaration of an instance type");
                }
                yield new Decl.ImportDecl(externName(), externDesc());
            }
            case 0x04 -> new Decl.ExportDecl(externName(), externDesc());
            default -> throw in.unknown(start, "declaration");
        };
        return new At<>(decl, start);
    }

    Alias alias() {
        Sort sort = sort();
        int start = in.offset();
        return switch (in.u8("the target of an alias")) {
            case 0x00 -> new Alias.Export(sort, in.index("an instance"), in.name("an export's name"));
            case 0x01 -> new Alias.CoreExport(sort, in.index("a core instance"), in.name("an export's name"));
            case 0x02 -> new Alias.Outer(sort, in.index("the count of an outer alias"), in.index("an index"));
            default -> throw in.unknown(start, "target of an alias");
        };
    }

    Sort sort() {
        int start = in.offset();
        int code = in.u8("a sort");
        if (code == 0x00) {
            return new Sort.Core(coreSort());
        }
        for (Sort.Plain sort : Sort.Plain.values()) {
            if (sort.code() == code) {
                return sort;
            }
        }
        throw in.unknown(start, "sort");
    }

    CoreSort coreSort() {
        int start = in.offset();
        int code = in.u8("a core sort");
        for (CoreSort sort : CoreSort.values()) {
            if (sort.code() == code) {
                return sort;
            }
        }
        throw in.unknown(start, "core sort");
    }

    ExternName externName() {
        int start = in.offset();
        int form = in.u8("a name");
        if (form > 2) {
            throw in.unknown(start, "form of a name");
        }
        String name = in.name("a name");
        List<ExternName.Attribute> attributes = form == 2 ? in.vec("attributes", this::attribute) : List.of();
        return new ExternName(name, attributes, form);
    }

    private ExternName.Attribute attribute() {
        int start = in.offset();
        return switch (in.u8("an attribute")) {
            case 0x00 -> new ExternName.Attribute.Implements(in.name("an interface name"));
            case 0x01 -> new ExternName.Attribute.VersionSuffix(in.name("a version suffix"));
            case 0x02 -> new ExternName.Attribute.ExternalId(in.name("an external id"));
            default -> throw in.unknown(start, "attribute");
        };
    }

    ExternDesc externDesc() {
        int start = in.offset();
        return switch (in.u8("an extern type")) {
            case 0x00 -> {
                in.expect(0x11, "the sort core module");
                yield new ExternDesc.CoreModule(in.index("a core type"));
            }
            case 0x01 -> new ExternDesc.Func(in.index("a type"));
            case 0x02 -> valueBound();
            case 0x03 -> typeBound();
            case 0x04 -> new ExternDesc.Component(in.index("a type"));
            case 0x05 -> new ExternDesc.Instance(in.index("a type"));
            default -> throw in.unknown(start, "extern type");
        };
    }

    private ExternDesc valueBound() {
        int start = in.offset();
        return switch (in.u8("a value bound")) {
            case 0x00 -> new ExternDesc.ValueEq(in.index("a value"));
            case 0x01 -> new ExternDesc.ValueOf(ref());
            default -> throw in.unknown(start, "value bound");
        };
    }

    private ExternDesc typeBound() {
        int start = in.offset();
        return switch (in.u8("a type bound")) {
            case 0x00 -> new ExternDesc.TypeEq(in.index("a type"));
            case 0x01 -> new ExternDesc.SubResource();
            default -> throw in.unknown(start, "type bound");
        };
    }
}
