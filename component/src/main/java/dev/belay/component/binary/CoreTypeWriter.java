package dev.belay.component.binary;

import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreType.CoreExtern;
import dev.belay.component.model.CoreType.CoreField;
import dev.belay.component.model.CoreType.Limits;
import dev.belay.component.model.CoreType.ModuleDecl;
import dev.belay.component.model.CoreType.Storage;
import dev.belay.component.model.CoreType.SubType;
import dev.belay.component.model.CoreValType;
import dev.belay.component.model.CoreValType.AbstractHeap;
import dev.belay.component.model.CoreValType.IndexedHeap;

/** Writes core types: the reverse of {@link CoreTypeReader}. */
final class CoreTypeWriter {
    private final ByteWriter out;

    CoreTypeWriter(ByteWriter out) {
        this.out = out;
    }

    void coreType(CoreType type) {
        switch (type) {
            case CoreType.Module(var decls) -> {
                out.u8(0x50);
                out.vecAt(decls, this::moduleDecl);
            }
            case CoreType.Rec rec -> {
                if (startsLikeModule(rec)) {
                    out.u8(0x00);
                }
                recType(rec);
            }
        }
    }

    /** A lone non-final sub type starts with the byte of a module type, so that a zero has to go before it. */
    private static boolean startsLikeModule(CoreType.Rec rec) {
        return !rec.explicit()
                && rec.types().getFirst().explicit()
                && !rec.types().getFirst().isFinal();
    }

    private void recType(CoreType.Rec rec) {
        if (rec.explicit()) {
            out.u8(0x4e);
            out.vec(rec.types(), this::subType);
        } else {
            subType(rec.types().getFirst());
        }
    }

    private void subType(SubType type) {
        if (type.explicit()) {
            out.u8(type.isFinal() ? 0x4f : 0x50);
            out.vec(type.supers(), out::u32);
        }
        switch (type.type()) {
            case CoreType.Func(var params, var results) -> {
                out.u8(0x60);
                out.vec(params, this::valType);
                out.vec(results, this::valType);
            }
            case CoreType.Struct(var fields) -> {
                out.u8(0x5f);
                out.vec(fields, this::field);
            }
            case CoreType.Array(var element) -> {
                out.u8(0x5e);
                field(element);
            }
        }
    }

    private void field(CoreField field) {
        switch (field.storage()) {
            case Storage.Packed(int bits) -> out.u8(bits == 8 ? 0x78 : 0x77);
            case Storage.Of(CoreValType type) -> valType(type);
        }
        out.flag(field.mutable());
    }

    void valType(CoreValType type) {
        switch (type) {
            case CoreValType.Num num -> out.u8(num.code());
            case CoreValType.Ref ref -> refType(ref);
        }
    }

    private void refType(CoreValType.Ref ref) {
        if (ref.shorthand() && ref.heap() instanceof AbstractHeap heap) {
            out.u8(heap.code());
            return;
        }
        out.u8(ref.nullable() ? 0x63 : 0x64);
        switch (ref.heap()) {
            case AbstractHeap heap -> out.u8(heap.code());
            case IndexedHeap(int index) -> out.s33(index);
        }
    }

    private void moduleDecl(ModuleDecl decl) {
        switch (decl) {
            case ModuleDecl.ImportDecl(String module, String name, CoreExtern type) -> {
                out.u8(0x00);
                out.name(module);
                out.name(name);
                extern(type);
            }
            case ModuleDecl.TypeDecl(CoreType type) -> {
                out.u8(0x01);
                switch (type) {
                    case CoreType.Rec rec -> recType(rec);
                    case CoreType.Module _ -> coreType(type);
                }
            }
            case ModuleDecl.OuterAlias(int count, int index) -> {
                out.u8(0x02);
                out.u8(0x10);
                out.u8(0x01);
                out.u32(count);
                out.u32(index);
            }
            case ModuleDecl.ExportDecl(String name, CoreExtern type) -> {
                out.u8(0x03);
                out.name(name);
                extern(type);
            }
        }
    }

    void extern(CoreExtern extern) {
        switch (extern) {
            case CoreExtern.Func(int type) -> {
                out.u8(0x00);
                out.u32(type);
            }
            case CoreExtern.Table(var element, var limits) -> {
                out.u8(0x01);
                refType(element);
                limits(limits);
            }
            case CoreExtern.Memory(var limits) -> {
                out.u8(0x02);
                limits(limits);
            }
            case CoreExtern.Global(var type, boolean mutable) -> {
                out.u8(0x03);
                valType(type);
                out.flag(mutable);
            }
            case CoreExtern.Tag(int type) -> {
                out.u8(0x04);
                out.u8(0x00);
                out.u32(type);
            }
        }
    }

    void limits(Limits limits) {
        out.u8((limits.max().isPresent() ? 1 : 0)
                | (limits.shared() ? 2 : 0)
                | (limits.is64() ? 4 : 0)
                | (limits.pageSizeLog2().isPresent() ? 8 : 0));
        out.u64(limits.min());
        limits.max().ifPresent(out::u64);
        limits.pageSizeLog2().ifPresent(out::u32);
    }
}
