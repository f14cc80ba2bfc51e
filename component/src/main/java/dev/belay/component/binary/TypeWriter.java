package dev.belay.component.binary;

import dev.belay.component.model.Alias;
import dev.belay.component.model.Decl;
import dev.belay.component.model.ExternDesc;
import dev.belay.component.model.ExternName;
import dev.belay.component.model.Sort;
import dev.belay.component.model.SortIndex;
import dev.belay.component.model.Type;
import dev.belay.component.model.ValTypeRef;
import java.util.Optional;

/** Writes component types, names and aliases: the reverse of {@link TypeReader}. */
final class TypeWriter {
    private final ByteWriter out;
    private final CoreTypeWriter core;

    TypeWriter(ByteWriter out) {
        this.out = out;
        this.core = new CoreTypeWriter(out);
    }

    CoreTypeWriter core() {
        return core;
    }

    void type(Type type) {
        switch (type) {
            case Type.Val value -> value(value);
            case Type.Func func -> {
                out.u8(func.async() ? 0x43 : 0x40);
                out.vec(func.params(), this::field);
                results(func.result());
            }
            case Type.Component(var decls) -> {
                out.u8(0x41);
                out.vecAt(decls, this::decl);
            }
            case Type.Instance(var decls) -> {
                out.u8(0x42);
                out.vecAt(decls, this::decl);
            }
            case Type.Resource(var rep, var dtor) -> {
                out.u8(0x3f);
                core.valType(rep);
                out.optional(dtor, out::u32);
            }
        }
    }

    private void value(Type.Val type) {
        switch (type) {
            case Type.Prim(var primitive) -> out.u8(primitive.code());
            case Type.Record(var fields) -> {
                out.u8(0x72);
                out.vec(fields, this::field);
            }
            case Type.Variant(var cases) -> {
                out.u8(0x71);
                out.vec(cases, this::variantCase);
            }
            case Type.ListOf(var element) -> of(0x70, element);
            case Type.FixedList(var element, int length) -> {
                of(0x67, element);
                out.u32(length);
            }
            case Type.Tuple(var types) -> {
                out.u8(0x6f);
                out.vec(types, this::ref);
            }
            case Type.Flags(var labels) -> {
                out.u8(0x6e);
                out.vec(labels, out::name);
            }
            case Type.Enum(var labels) -> {
                out.u8(0x6d);
                out.vec(labels, out::name);
            }
            case Type.Option(var some) -> of(0x6b, some);
            case Type.Result(var ok, var error) -> {
                out.u8(0x6a);
                out.optional(ok, this::ref);
                out.optional(error, this::ref);
            }
            case Type.Own(int resource) -> indexed(0x69, resource);
            case Type.Borrow(int resource) -> indexed(0x68, resource);
            case Type.Stream(var element) -> {
                out.u8(0x66);
                out.optional(element, this::ref);
            }
            case Type.Future(var element) -> {
                out.u8(0x65);
                out.optional(element, this::ref);
            }
            case Type.MapOf(var key, var value) -> {
                of(0x63, key);
                ref(value);
            }
        }
    }

    private void of(int code, ValTypeRef type) {
        out.u8(code);
        ref(type);
    }

    private void indexed(int code, int index) {
        out.u8(code);
        out.u32(index);
    }

    void ref(ValTypeRef type) {
        switch (type) {
            case ValTypeRef.Prim(var primitive) -> out.u8(primitive.code());
            case ValTypeRef.Index(int index) -> out.s33(index);
        }
    }

    private void field(Type.Field field) {
        out.name(field.label());
        ref(field.type());
    }

    private void variantCase(Type.Case each) {
        out.name(each.label());
        out.optional(each.type(), this::ref);
        out.u8(0x00);
    }

    void results(Optional<ValTypeRef> result) {
        if (result.isPresent()) {
            of(0x00, result.get());
        } else {
            out.u8(0x01);
            out.u8(0x00);
        }
    }

    private void decl(Decl decl) {
        switch (decl) {
            case Decl.CoreTypeDecl(var type) -> {
                out.u8(0x00);
                core.coreType(type);
            }
            case Decl.TypeDecl(var type) -> {
                out.u8(0x01);
                type(type);
            }
            case Decl.AliasDecl(var alias) -> {
                out.u8(0x02);
                alias(alias);
            }
            case Decl.ImportDecl(var name, var type) -> {
                out.u8(0x03);
                externName(name);
                externDesc(type);
            }
            case Decl.ExportDecl(var name, var type) -> {
                out.u8(0x04);
                externName(name);
                externDesc(type);
            }
        }
    }

    void alias(Alias alias) {
        sort(alias.sort());
        switch (alias) {
            case Alias.Export(_, int instance, String name) -> {
                indexed(0x00, instance);
                out.name(name);
            }
            case Alias.CoreExport(_, int instance, String name) -> {
                indexed(0x01, instance);
                out.name(name);
            }
            case Alias.Outer(_, int count, int index) -> {
                indexed(0x02, count);
                out.u32(index);
            }
        }
    }

    void sort(Sort sort) {
        switch (sort) {
            case Sort.Plain plain -> out.u8(plain.code());
            case Sort.Core(var itsSort) -> {
                out.u8(0x00);
                out.u8(itsSort.code());
            }
        }
    }

    void sortIndex(SortIndex target) {
        sort(target.sort());
        out.u32(target.index());
    }

    void externName(ExternName name) {
        out.u8(name.form());
        out.name(name.name());
        if (name.form() == 2) {
            out.vec(name.attributes(), this::attribute);
        }
    }

    private void attribute(ExternName.Attribute attribute) {
        switch (attribute) {
            case ExternName.Attribute.Implements(String name) -> named(0x00, name);
            case ExternName.Attribute.VersionSuffix(String suffix) -> named(0x01, suffix);
            case ExternName.Attribute.ExternalId(String id) -> named(0x02, id);
        }
    }

    private void named(int code, String name) {
        out.u8(code);
        out.name(name);
    }

    void externDesc(ExternDesc type) {
        switch (type) {
            case ExternDesc.CoreModule(int coreType) -> {
                out.u8(0x00);
                indexed(0x11, coreType);
            }
            case ExternDesc.Func(int index) -> indexed(0x01, index);
            case ExternDesc.ValueEq(int value) -> {
                out.u8(0x02);
                indexed(0x00, value);
            }
            case ExternDesc.ValueOf(var of) -> {
                out.u8(0x02);
                of(0x01, of);
            }
            case ExternDesc.TypeEq(int index) -> {
                out.u8(0x03);
                indexed(0x00, index);
            }
            case ExternDesc.SubResource() -> {
                out.u8(0x03);
                out.u8(0x01);
            }
            case ExternDesc.Component(int index) -> indexed(0x04, index);
            case ExternDesc.Instance(int index) -> indexed(0x05, index);
        }
    }
}
