package dev.belay.runtime.internal.bind;

import dev.belay.component.abi.Flattening;
import dev.belay.component.abi.Layout;
import dev.belay.component.type.ValueType;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Writes what moves Java values into a component. */
final class LowerWriter {
    private static final ClassDesc INT = ConstantDescs.CD_int;
    private static final ClassDesc LONG = ConstantDescs.CD_long;
    private static final ClassDesc VOID = ConstantDescs.CD_void;
    private static final ClassDesc OBJECT = ConstantDescs.CD_Object;
    private static final ClassDesc BOOLEAN = ConstantDescs.CD_boolean;
    private static final ClassDesc OPTIONAL = Writing.desc(Optional.class);
    private static final ClassDesc ITERATOR = Writing.desc(Iterator.class);
    private static final ClassDesc LONGS = LONG.arrayType();

    private final Writing writing;

    LowerWriter(Writing writing) {
        this.writing = writing;
    }

    /**
     * Moves the value on the stack.
     *
     * @param guest a local variable
     */
    void lower(CodeBuilder code, Fit fit, int guest, Place place) {
        switch (fit) {
            case Fit.Scalar t -> {
                ScalarMoves.toBits(code, t);
                place.put(code, ScalarMoves.size(t.primitive()));
            }
            case Fit.Text _ -> {
                Writing.guest(code, guest, "string", LONG, ConstantDescs.CD_String);
                place.putPair(code);
            }
            case Fit.Bytes t -> {
                Writing.guest(code, guest, "bytes", LONG, Writing.desc(t.java()));
                place.putPair(code);
            }
            case Fit.Items t -> {
                code.aload(guest);
                var desc = MethodTypeDesc.of(LONG, Writing.desc(t.java()), Writing.GUEST);
                writing.call(code, "lowerItems", t, desc, body -> items(body, t));
                place.putPair(code);
            }
            case Fit.Constants t -> constant(code, t, place);
            case Fit.Other t -> other(code, t, guest, place);
            case Fit.Fields _, Fit.Maybe _, Fit.Cases _ when place instanceof Place.InMemory memory -> {
                code.aload(guest);
                memory.address(code);
                var desc = MethodTypeDesc.of(VOID, Writing.desc(fit.java()), Writing.GUEST, INT);
                writing.call(code, "store", fit, desc, body -> {
                    parts(body, fit, 0, 1, new Place.InMemory(1, 2, 0));
                    body.return_();
                });
            }
            case Fit.Fields _, Fit.Maybe _, Fit.Cases _ -> {
                int value = code.allocateLocal(TypeKind.REFERENCE);
                code.astore(value);
                parts(code, fit, value, guest, place);
            }
        }
    }

    private void parts(CodeBuilder code, Fit fit, int value, int guest, Place place) {
        switch (fit) {
            case Fit.Fields t -> {
                for (Fit.Field field : t.fields()) {
                    code.aload(value);
                    Writing.read(code, field.accessor().orElseThrow());
                    lower(code, field.fit(), guest, place.part(field.offset(), field.index()));
                }
            }
            case Fit.Maybe t -> maybe(code, t, value, guest, place);
            case Fit.Cases t -> cases(code, t, value, guest, place);
            default -> throw new IllegalArgumentException("no parts in " + fit);
        }
    }

    private void maybe(CodeBuilder code, Fit.Maybe fit, int value, int guest, Place place) {
        Label empty = code.newLabel();
        Label end = code.newLabel();
        code.aload(value).invokevirtual(OPTIONAL, "isPresent", MethodTypeDesc.of(BOOLEAN)).ifeq(empty);
        code.lconst_1();
        place.put(code, 1);
        code.aload(value).invokevirtual(OPTIONAL, "get", MethodTypeDesc.of(OBJECT));
        code.checkcast(Writing.desc(fit.payload().java()));
        var cases = List.of(Optional.<ValueType>empty(), Optional.of(fit.payload().type()));
        lower(code, fit.payload(), guest, Writing.payload(place, cases));
        code.goto_(end).labelBinding(empty).lconst_0();
        place.put(code, 1);
        code.labelBinding(end);
    }

    private void cases(CodeBuilder code, Fit.Cases fit, int value, int guest, Place place) {
        List<Optional<ValueType>> types =
                fit.cases().stream().map(c -> c.payload().map(p -> p.fit().type())).toList();
        Label end = code.newLabel();
        for (int i = 0; i < types.size(); i++) {
            Fit.Case each = fit.cases().get(i);
            Label next = code.newLabel();
            code.aload(value).instanceOf(Writing.desc(each.java())).ifeq(next);
            code.loadConstant((long) i);
            place.put(code, Layout.discriminantSize(types.size()));
            each.payload().ifPresent(payload -> {
                code.aload(value).checkcast(Writing.desc(each.java()));
                Writing.read(code, payload.accessor());
                lower(code, payload.fit(), guest, Writing.payload(place, types));
            });
            code.goto_(end).labelBinding(next);
        }
        code.aload(value);
        noCase(code);
        code.labelBinding(end);
    }

    private void constant(CodeBuilder code, Fit.Constants fit, Place place) {
        int value = code.allocateLocal(TypeKind.REFERENCE);
        Label none = code.newLabel();
        Label end = code.newLabel();
        var switches = new ArrayList<SwitchCase>();
        for (Enum<?> each : fit.constants()) {
            switches.add(SwitchCase.of(each.ordinal(), code.newLabel()));
        }
        code.dup().astore(value).invokevirtual(Writing.desc(fit.java()), "ordinal", MethodTypeDesc.of(INT));
        code.lookupswitch(none, switches);
        for (int i = 0; i < switches.size(); i++) {
            code.labelBinding(switches.get(i).target()).loadConstant((long) i).goto_(end);
        }
        code.labelBinding(none).aload(value);
        noCase(code);
        code.labelBinding(end);
        place.put(code, Layout.discriminantSize(switches.size()));
    }

    private static void noCase(CodeBuilder code) {
        code.invokestatic(
                        Writing.desc(Scalars.class),
                        "noCase",
                        MethodTypeDesc.of(Writing.desc(RuntimeException.class), OBJECT))
                .athrow();
    }

    private static void other(CodeBuilder code, Fit.Other fit, int guest, Place place) {
        Writing.leaf(code, guest, fit);
        code.aload(guest);
        switch (place) {
            case Place.InMemory memory -> {
                memory.address(code);
                code.invokestatic(
                        Writing.LEAF, "store", MethodTypeDesc.of(VOID, OBJECT, Writing.LEAF, Writing.GUEST, INT));
            }
            case Place.InVariables variables -> {
                int array = code.allocateLocal(TypeKind.REFERENCE);
                code.invokestatic(
                        Writing.LEAF, "lower", MethodTypeDesc.of(LONGS, OBJECT, Writing.LEAF, Writing.GUEST));
                code.astore(array);
                for (int i = 0; i < Flattening.flatten(fit.type()).size(); i++) {
                    code.aload(array).loadConstant(i).laload();
                    variables.part(0, i).put(code, 8);
                }
            }
        }
    }

    /** A method: a list or an array, and the guest; gives the pointer and the length. */
    private void items(CodeBuilder code, Fit.Items fit) {
        boolean array = fit.java().isArray();
        int iterator = code.allocateLocal(TypeKind.REFERENCE);
        int length = code.allocateLocal(TypeKind.INT);
        int left = code.allocateLocal(TypeKind.INT);
        int address = code.allocateLocal(TypeKind.INT);
        int at = code.allocateLocal(TypeKind.INT);
        if (array) {
            code.aload(0).arraylength();
        } else {
            code.aload(0).invokeinterface(Writing.desc(List.class), "size", MethodTypeDesc.of(INT));
        }
        code.dup().istore(length).istore(left);
        int size = (int) Layout.size(fit.element().type());
        code.aload(1).iload(length).loadConstant(size).loadConstant(Layout.alignment(fit.element().type()));
        code.invokevirtual(Writing.GUEST, "allocateList", MethodTypeDesc.of(INT, INT, INT, INT));
        code.dup().istore(address).istore(at);
        if (!array) {
            code.aload(0).invokeinterface(Writing.desc(List.class), "iterator", MethodTypeDesc.of(ITERATOR));
            code.astore(iterator);
        }
        Label next = code.newLabel();
        Label end = code.newLabel();
        code.labelBinding(next).iload(left).ifeq(end);
        if (array) {
            code.aload(0).iload(length).iload(left).isub();
            code.arrayLoad(TypeKind.from(fit.java().getComponentType()));
        } else {
            code.aload(iterator).invokeinterface(ITERATOR, "next", MethodTypeDesc.of(OBJECT));
            code.checkcast(Writing.desc(fit.element().java()));
        }
        lower(code, fit.element(), 1, new Place.InMemory(1, at, 0));
        code.iload(at).loadConstant(size).iadd().istore(at).iinc(left, -1).goto_(next);
        code.labelBinding(end).iload(address).i2l().loadConstant(0xffff_ffffL).land();
        code.iload(length).i2l().loadConstant(32).lshl().lor().lreturn();
    }
}
