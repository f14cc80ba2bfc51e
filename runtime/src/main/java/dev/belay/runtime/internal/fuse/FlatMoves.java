package dev.belay.runtime.internal.fuse;

import dev.belay.component.abi.Flattening;
import dev.belay.component.abi.Layout;
import dev.belay.component.model.CoreValType;
import dev.belay.component.type.ValueType;
import dev.belay.runtime.internal.core.CoreShapes;
import dev.belay.runtime.internal.typed.RawBits;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.SwitchCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the moves of values that are flat: from local variables to new ones, which hold what the receiver gets. */
final class FlatMoves {
    /** A local variable. */
    record Local(TypeKind kind, int slot) {
        void load(CodeBuilder code) {
            code.loadLocal(kind, slot);
        }

        void store(CodeBuilder code) {
            code.storeLocal(kind, slot);
        }
    }

    private final CodeBuilder code;
    private final MemoryCopies copies;
    private final FuseKey key;
    private final int way;

    /** @param way the local variable with the way */
    FlatMoves(CodeBuilder code, MemoryCopies copies, FuseKey key, int way) {
        this.code = code;
        this.copies = copies;
        this.key = key;
        this.way = way;
    }

    /** @param given the flat values, as many as the type has */
    List<Local> move(ValueType type, List<Local> given) {
        return switch (type) {
            case ValueType.Prim(var primitive) ->
                switch (primitive) {
                    case BOOL -> one(given, () -> WayCalls.check(code, "bool"));
                    case S8 -> one(given, code::i2b);
                    case U8 -> one(given, () -> code.loadConstant(0xff).iand());
                    case S16 -> one(given, code::i2s);
                    case U16 -> one(given, code::i2c);
                    case S32, U32, S64, U64, F32, F64 -> one(given, () -> {});
                    case CHAR -> one(given, () -> WayCalls.check(code, "character"));
                    case STRING -> string(given);
                    case ERROR_CONTEXT -> throw new IllegalArgumentException("error-context");
                };
            case ValueType.Flags t ->
                one(given, () -> code.loadConstant(WayCalls.mask(t.labels().size())).iand());
            case ValueType.Enum t ->
                one(given, () -> WayCalls.check(code, "discriminant", t.labels().size()));
            case ValueType.Own t -> handle(given, "own", key.resource(t.resource()));
            case ValueType.Borrow t -> handle(given, "borrow", key.resource(t.resource()));
            case ValueType.ListOf t -> list(given, t.element());
            case ValueType.MapOf t -> list(given, WayCalls.pair(t));
            case ValueType.Record t -> moveAll(t.fields().stream().map(ValueType.Field::type).toList(), given);
            case ValueType.Tuple t -> moveAll(t.types(), given);
            case ValueType.FixedList t -> moveAll(java.util.Collections.nCopies(t.length(), t.element()), given);
            case ValueType.Variant t ->
                variant(t.cases().stream().map(ValueType.Case::type).toList(), given);
            case ValueType.Option t -> variant(List.of(Optional.empty(), Optional.of(t.type())), given);
            case ValueType.Result t -> variant(List.of(t.ok(), t.error()), given);
            case ValueType.Stream _, ValueType.Future _ -> throw new IllegalArgumentException("asynchronous");
        };
    }

    List<Local> moveAll(List<ValueType> types, List<Local> given) {
        var moved = new ArrayList<Local>();
        int next = 0;
        for (ValueType type : types) {
            int count = Flattening.flatten(type).size();
            moved.addAll(move(type, given.subList(next, next + count)));
            next += count;
        }
        return moved;
    }

    private Local local(TypeKind kind) {
        return new Local(kind, code.allocateLocal(kind));
    }

    private List<Local> one(List<Local> given, Runnable change) {
        Local moved = local(given.getFirst().kind());
        given.getFirst().load(code);
        change.run();
        moved.store(code);
        return List.of(moved);
    }

    private List<Local> handle(List<Local> given, String method, int resource) {
        Local moved = local(TypeKind.INT);
        code.aload(way);
        given.getFirst().load(code);
        WayCalls.handle(code, method, resource);
        moved.store(code);
        return List.of(moved);
    }

    private List<Local> string(List<Local> given) {
        Local both = local(TypeKind.LONG);
        Local address = local(TypeKind.INT);
        Local units = local(TypeKind.INT);
        code.aload(way);
        given.forEach(each -> each.load(code));
        copies.rooms().string(code);
        both.store(code);
        both.load(code);
        code.l2i();
        address.store(code);
        both.load(code);
        code.loadConstant(32).lushr().l2i();
        units.store(code);
        return List.of(address, units);
    }

    private List<Local> list(List<Local> given, ValueType element) {
        Local moved = local(TypeKind.INT);
        Local length = given.get(1);
        code.aload(way);
        given.forEach(each -> each.load(code));
        code.loadConstant((int) Layout.size(element)).loadConstant(Layout.alignment(element));
        if (Plain.is(element)) {
            copies.rooms().plainList(code);
            moved.store(code);
        } else {
            copies.rooms().list(code);
            moved.store(code);
            code.aload(way);
            given.forEach(each -> each.load(code));
            moved.load(code);
            copies.elements(code, element);
        }
        return List.of(moved, length);
    }

    private List<Local> variant(List<Optional<ValueType>> cases, List<Local> given) {
        Local index = local(TypeKind.INT);
        given.getFirst().load(code);
        WayCalls.check(code, "discriminant", cases.size());
        index.store(code);
        var payload = new ArrayList<Local>();
        for (Local each : given.subList(1, given.size())) {
            Local zero = local(each.kind());
            zero(each.kind());
            zero.store(code);
            payload.add(zero);
        }
        Label end = code.newLabel();
        var switches = new ArrayList<SwitchCase>();
        for (int i = 0; i < cases.size(); i++) {
            if (cases.get(i).isPresent()) {
                switches.add(SwitchCase.of(i, code.newLabel()));
            }
        }
        index.load(code);
        code.lookupswitch(end, switches);
        for (SwitchCase each : switches) {
            code.labelBinding(each.target());
            payload(cases.get(each.caseValue()).orElseThrow(), given.subList(1, given.size()), payload);
            code.goto_(end);
        }
        code.labelBinding(end);
        var moved = new ArrayList<Local>(List.of(index));
        moved.addAll(payload);
        return moved;
    }

    /** A payload's own types are narrower than what it is passed as, which all cases share. */
    private void payload(ValueType type, List<Local> given, List<Local> wanted) {
        List<CoreValType> own = Flattening.flatten(type);
        var narrowed = new ArrayList<Local>();
        for (int i = 0; i < own.size(); i++) {
            Local narrow = local(CoreShapes.kind(own.get(i)));
            given.get(i).load(code);
            convert(given.get(i).kind(), narrow.kind());
            narrow.store(code);
            narrowed.add(narrow);
        }
        List<Local> moved = move(type, narrowed);
        for (int i = 0; i < moved.size(); i++) {
            moved.get(i).load(code);
            convert(moved.get(i).kind(), wanted.get(i).kind());
            wanted.get(i).store(code);
        }
    }

    /** Keeps the bits; an i32 in an i64 has zeros above. */
    private void convert(TypeKind from, TypeKind to) {
        if (from == to) {
            return;
        }
        if (to == TypeKind.INT && from == TypeKind.FLOAT) {
            RawBits.floatToInt(code);
        } else if (to == TypeKind.FLOAT && from == TypeKind.INT) {
            RawBits.intToFloat(code);
        } else if (from == TypeKind.LONG) {
            RawBits.fromLong(code, to);
        } else {
            RawBits.toLong(code, from);
            if (from != TypeKind.DOUBLE) {
                code.loadConstant(0xffff_ffffL).land();
            }
        }
    }

    private void zero(TypeKind kind) {
        switch (kind) {
            case LONG -> code.lconst_0();
            case FLOAT -> code.fconst_0();
            case DOUBLE -> code.dconst_0();
            default -> code.iconst_0();
        }
    }
}
