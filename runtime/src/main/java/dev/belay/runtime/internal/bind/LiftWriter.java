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
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes what moves values out of a component, as Java has them. */
final class LiftWriter {
    private static final ClassDesc INT = ConstantDescs.CD_int;
    private static final ClassDesc LONG = ConstantDescs.CD_long;
    private static final ClassDesc OBJECT = ConstantDescs.CD_Object;
    private static final ClassDesc OBJECTS = OBJECT.arrayType();
    private static final ClassDesc OPTIONAL = Writing.desc(Optional.class);
    private static final ClassDesc LIST = Writing.desc(List.class);
    private static final ClassDesc LONGS = LONG.arrayType();

    private final Writing writing;

    LiftWriter(Writing writing) {
        this.writing = writing;
    }

    /**
     * Leaves the value on the stack.
     *
     * @param guest a local variable
     */
    void lift(CodeBuilder code, Fit fit, int guest, Place place) {
        switch (fit) {
            case Fit.Scalar t -> {
                place.get(code, ScalarMoves.size(t.primitive()));
                ScalarMoves.fromBits(code, t);
            }
            case Fit.Text _ -> {
                place.getPair(code);
                Writing.guest(code, guest, "string", ConstantDescs.CD_String, LONG);
            }
            case Fit.Bytes t -> {
                place.getPair(code);
                Writing.guest(code, guest, "bytes", Writing.desc(t.java()), LONG);
            }
            case Fit.Items t -> {
                place.getPair(code);
                code.aload(guest);
                var desc = MethodTypeDesc.of(Writing.desc(t.java()), LONG, Writing.GUEST);
                writing.call(code, "liftItems", t, desc, body -> items(body, t));
            }
            case Fit.Constants t -> constant(code, t, place);
            case Fit.Other t -> other(code, t, guest, place);
            case Fit.Fields _, Fit.Maybe _, Fit.Cases _ when place instanceof Place.InMemory memory -> {
                code.aload(guest);
                memory.address(code);
                var desc = MethodTypeDesc.of(Writing.desc(fit.java()), Writing.GUEST, INT);
                writing.call(code, "load", fit, desc, body -> {
                    parts(body, fit, 0, new Place.InMemory(0, 1, 0));
                    body.areturn();
                });
            }
            case Fit.Fields _, Fit.Maybe _, Fit.Cases _ -> parts(code, fit, guest, place);
        }
    }

    private void parts(CodeBuilder code, Fit fit, int guest, Place place) {
        switch (fit) {
            case Fit.Fields t -> fields(code, t, guest, place);
            case Fit.Maybe t -> maybe(code, t, guest, place);
            case Fit.Cases t -> cases(code, t, guest, place);
            default -> throw new IllegalArgumentException("no parts in " + fit);
        }
    }

    private void fields(CodeBuilder code, Fit.Fields fit, int guest, Place place) {
        var variables = new ArrayList<Integer>();
        for (Fit.Field field : fit.fields()) {
            lift(code, field.fit(), guest, place.part(field.offset(), field.index()));
            Class<?> wanted = held(field);
            if (wanted != field.fit().java()) {
                code.checkcast(Writing.desc(wanted));
            }
            TypeKind kind = TypeKind.from(wanted).asLoadable();
            variables.add(code.allocateLocal(kind));
            code.storeLocal(kind, variables.getLast());
        }
        code.new_(Writing.desc(fit.java())).dup();
        var params = new ArrayList<ClassDesc>();
        for (int index : fit.order()) {
            Class<?> type = held(fit.fields().get(index));
            code.loadLocal(TypeKind.from(type).asLoadable(), variables.get(index));
            params.add(Writing.desc(type));
        }
        construct(code, fit.java(), params);
    }

    private static Class<?> held(Fit.Field field) {
        return field.accessor().<Class<?>>map(Method::getReturnType).orElse(field.fit().java());
    }

    private static void construct(CodeBuilder code, Class<?> record, List<ClassDesc> params) {
        code.invokespecial(
                Writing.desc(record), ConstantDescs.INIT_NAME, MethodTypeDesc.of(ConstantDescs.CD_void, params));
    }

    static void index(CodeBuilder code, Place place, int cases) {
        place.getIndex(code, cases);
        code.loadConstant(cases)
                .invokestatic(Writing.desc(Scalars.class), "index", MethodTypeDesc.of(INT, INT, INT));
    }

    private void maybe(CodeBuilder code, Fit.Maybe fit, int guest, Place place) {
        Label empty = code.newLabel();
        Label end = code.newLabel();
        index(code, place, 2);
        code.ifeq(empty);
        var cases = List.of(Optional.<ValueType>empty(), Optional.of(fit.payload().type()));
        lift(code, fit.payload(), guest, Writing.payload(place, cases));
        code.invokestatic(OPTIONAL, "of", MethodTypeDesc.of(OPTIONAL, OBJECT)).goto_(end);
        code.labelBinding(empty).invokestatic(OPTIONAL, "empty", MethodTypeDesc.of(OPTIONAL));
        code.labelBinding(end);
    }

    private void cases(CodeBuilder code, Fit.Cases fit, int guest, Place place) {
        List<Optional<ValueType>> types =
                fit.cases().stream().map(c -> c.payload().map(p -> p.fit().type())).toList();
        chosen(code, place, types.size(), i -> {
            Fit.Case each = fit.cases().get(i);
            var params = new ArrayList<ClassDesc>();
            int payload = code.allocateLocal(TypeKind.LONG);
            each.payload().ifPresent(its -> {
                lift(code, its.fit(), guest, Writing.payload(place, types));
                Class<?> wanted = its.accessor().getReturnType();
                if (wanted != its.fit().java()) {
                    code.checkcast(Writing.desc(wanted));
                }
                code.storeLocal(TypeKind.from(wanted).asLoadable(), payload);
                params.add(Writing.desc(wanted));
            });
            code.new_(Writing.desc(each.java())).dup();
            each.payload().ifPresent(its -> code.loadLocal(
                    TypeKind.from(its.accessor().getReturnType()).asLoadable(), payload));
            construct(code, each.java(), params);
            code.checkcast(Writing.desc(fit.java()));
        });
    }

    private static void constant(CodeBuilder code, Fit.Constants fit, Place place) {
        chosen(code, place, fit.constants().size(), i -> code.getstatic(
                Writing.desc(fit.java()), fit.constants().get(i).name(), Writing.desc(fit.java())));
    }

    private static void chosen(CodeBuilder code, Place place, int count, java.util.function.IntConsumer each) {
        Label end = code.newLabel();
        var switches = new ArrayList<SwitchCase>();
        for (int i = 0; i < count; i++) {
            switches.add(SwitchCase.of(i, code.newLabel()));
        }
        index(code, place, count);
        // the last one for all others, of which there are none
        code.lookupswitch(switches.getLast().target(), switches.subList(0, count - 1));
        for (int i = 0; i < count; i++) {
            code.labelBinding(switches.get(i).target());
            each.accept(i);
            code.goto_(end);
        }
        code.labelBinding(end);
    }

    private static void other(CodeBuilder code, Fit.Other fit, int guest, Place place) {
        switch (place) {
            case Place.InMemory memory -> {
                Writing.leaf(code, guest, fit);
                code.aload(guest);
                memory.address(code);
                code.invokestatic(Writing.LEAF, "load", MethodTypeDesc.of(OBJECT, Writing.LEAF, Writing.GUEST, INT));
            }
            case Place.InVariables variables -> {
                int count = Flattening.flatten(fit.type()).size();
                code.loadConstant(count).newarray(TypeKind.LONG);
                for (int i = 0; i < count; i++) {
                    code.dup().loadConstant(i);
                    variables.part(0, i).get(code, 8);
                    code.lastore();
                }
                Writing.leaf(code, guest, fit);
                code.aload(guest);
                code.invokestatic(Writing.LEAF, "lift", MethodTypeDesc.of(OBJECT, LONGS, Writing.LEAF, Writing.GUEST));
            }
        }
        code.checkcast(Writing.desc(fit.java()));
    }

    /** A method: the pointer and the length, and the guest; gives a list or an array. */
    private void items(CodeBuilder code, Fit.Items fit) {
        int guest = 2;
        boolean array = fit.java().isArray();
        int address = code.allocateLocal(TypeKind.INT);
        int length = code.allocateLocal(TypeKind.INT);
        int at = code.allocateLocal(TypeKind.INT);
        int elements = code.allocateLocal(TypeKind.REFERENCE);
        int size = (int) Layout.size(fit.element().type());
        code.lload(0).l2i().istore(address);
        code.lload(0).loadConstant(32).lushr().l2i().istore(length);
        code.aload(guest).iload(address).iload(length).loadConstant(size);
        code.loadConstant(Layout.alignment(fit.element().type()));
        code.invokevirtual(
                Writing.GUEST, "checkList", MethodTypeDesc.of(ConstantDescs.CD_void, INT, INT, INT, INT));
        Class<?> component = array ? fit.java().getComponentType() : Object.class;
        code.iload(length);
        if (component.isPrimitive()) {
            code.newarray(TypeKind.from(component));
        } else {
            code.anewarray(Writing.desc(component));
        }
        code.astore(elements).iconst_0().istore(at);
        Label next = code.newLabel();
        Label end = code.newLabel();
        code.labelBinding(next).iload(at).iload(length).if_icmpge(end);
        code.aload(elements).iload(at);
        lift(code, fit.element(), guest, new Place.InMemory(guest, address, 0));
        code.arrayStore(TypeKind.from(component));
        code.iload(address).loadConstant(size).iadd().istore(address).iinc(at, 1).goto_(next);
        code.labelBinding(end).aload(elements);
        if (!array) {
            code.invokestatic(Writing.GUEST, "list", MethodTypeDesc.of(LIST, OBJECTS));
        }
        code.areturn();
    }
}
