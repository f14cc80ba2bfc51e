package dev.belay.runtime.internal.bind;

import dev.belay.component.abi.Flattening;
import dev.belay.component.abi.Layout;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.ValueType;
import dev.belay.runtime.internal.typed.RawCall;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Writes the class that implements a Java interface by calls of component functions. */
final class ExportWriter {
    /**
     * A method and its function.
     *
     * @param result of the whole result or, if {@code throwsErrors}, of its ok side; empty if there is none, or it is dropped
     * @param throwsErrors whether the function gives a {@code result} whose error the method throws
     * @param error of that
     */
    record Function(
            Method method,
            FunctionType type,
            List<Fit> params,
            Optional<Fit> result,
            boolean throwsErrors,
            Optional<Fit> error) {}

    private static final ClassDesc CALL = Writing.desc(ExportCall.class);
    private static final ClassDesc BOUND = Writing.desc(Bound.class);
    private static final ClassDesc RAW_CALL = Writing.desc(RawCall.class);
    private static final ClassDesc THROWABLE = ConstantDescs.CD_Throwable;
    private static final ClassDesc OPTIONAL = Writing.desc(Optional.class);
    private static final ClassDesc CALLS = CALL.arrayType();
    private static final ClassDesc STRING = ConstantDescs.CD_String;
    private static final ClassDesc LONG = ConstantDescs.CD_long;
    private static final ClassDesc INT = ConstantDescs.CD_int;
    private static final MethodTypeDesc NOTHING = ConstantDescs.MTD_void;
    private static final MethodTypeDesc CONSTRUCTOR = MethodTypeDesc.of(ConstantDescs.CD_void, STRING, CALLS);

    private final Class<?> type;
    private final List<Function> functions;
    private final ClassDesc self;
    private final LowerWriter lowering;
    private final LiftWriter lifting;
    private final Writing writing;

    ExportWriter(Class<?> type, List<Function> functions) {
        this.type = type;
        this.functions = functions;
        this.self = ClassDesc.of(type.getPackageName(), "Bound");
        this.writing = new Writing(self);
        this.lowering = new LowerWriter(writing);
        this.lifting = new LiftWriter(writing);
    }

    /**
     * @throws IllegalArgumentException if a method would be larger than the JVM allows
     */
    byte[] write(Access access) {
        var resolver = ClassHierarchyResolver.ofClassLoading(access.lookup());
        return ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(resolver)).build(self, writer -> {
            writer.withFlags(AccessFlag.PUBLIC, AccessFlag.FINAL, AccessFlag.SUPER)
                    .withInterfaceSymbols(Writing.desc(type), BOUND)
                    .withField("name", STRING, ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL)
                    .withMethodBody(ConstantDescs.INIT_NAME, NOTHING, ClassFile.ACC_PUBLIC, code -> code.aload(0)
                            .invokespecial(ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, NOTHING)
                            .return_())
                    .withMethodBody(ConstantDescs.INIT_NAME, CONSTRUCTOR, ClassFile.ACC_PRIVATE, this::construct)
                    .withMethodBody(
                            Bound.BIND,
                            MethodTypeDesc.of(ConstantDescs.CD_Object, STRING, CALLS),
                            ClassFile.ACC_PUBLIC,
                            code -> code.new_(self)
                                    .dup()
                                    .aload(1)
                                    .aload(2)
                                    .invokespecial(self, ConstantDescs.INIT_NAME, CONSTRUCTOR)
                                    .areturn())
                    .withMethodBody("toString", MethodTypeDesc.of(STRING), ClassFile.ACC_PUBLIC, code -> code.aload(0)
                            .getfield(self, "name", STRING)
                            .areturn());
            for (int i = 0; i < functions.size(); i++) {
                method(writer, i);
            }
            writing.write(writer);
        });
    }

    private static String field(int function) {
        return "call" + function;
    }

    private void construct(CodeBuilder code) {
        code.aload(0).invokespecial(ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, NOTHING);
        code.aload(0).aload(1).putfield(self, "name", STRING);
        for (int i = 0; i < functions.size(); i++) {
            code.aload(0).aload(2).loadConstant(i).aaload().putfield(self, field(i), CALL);
        }
        code.return_();
    }

    private void method(ClassBuilder writer, int index) {
        Function function = functions.get(index);
        Method method = function.method();
        var desc = MethodTypeDesc.of(
                Writing.desc(method.getReturnType()),
                Arrays.stream(method.getParameterTypes()).map(Writing::desc).toList());
        writer.withField(field(index), CALL, ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL)
                .withMethodBody(method.getName(), desc, ClassFile.ACC_PUBLIC, code -> body(code, index, function));
    }

    private void body(CodeBuilder code, int index, Function function) {
        int call = code.allocateLocal(TypeKind.REFERENCE);
        int guest = code.allocateLocal(TypeKind.REFERENCE);
        int error = code.allocateLocal(TypeKind.REFERENCE);
        TypeKind kind = TypeKind.from(function.method().getReturnType()).asLoadable();
        int result = kind == TypeKind.VOID ? -1 : code.allocateLocal(kind);
        code.aload(0).getfield(self, field(index), CALL).dup().astore(call);
        code.invokevirtual(CALL, "enter", NOTHING).aconst_null().astore(error);
        if (result >= 0) {
            zero(code, kind);
            code.storeLocal(kind, result);
        }
        code.trying(
                block -> {
                    block.aload(call).invokevirtual(CALL, "begin", MethodTypeDesc.of(Writing.GUEST)).astore(guest);
                    int returned = called(block, function, call, guest);
                    block.aload(guest).invokevirtual(Writing.GUEST, "returned", NOTHING);
                    lift(block, function, guest, returned, error, result);
                    postReturn(block, function, call, returned);
                    block.aload(guest).invokevirtual(Writing.GUEST, "end", NOTHING);
                    block.aload(call).invokevirtual(CALL, "leave", NOTHING);
                },
                catches -> catches.catchingAll(block -> {
                    int thrown = block.allocateLocal(TypeKind.REFERENCE);
                    block.astore(thrown).aload(call).aload(thrown);
                    block.invokevirtual(CALL, "failed", MethodTypeDesc.of(THROWABLE, THROWABLE)).athrow();
                }));
        if (function.throwsErrors()) {
            Label ok = code.newLabel();
            code.aload(error).ifnull(ok).aload(error).checkcast(OPTIONAL);
            code.invokestatic(
                            CALL, "error", MethodTypeDesc.of(Writing.desc(dev.belay.runtime.value.ResultException.class), OPTIONAL))
                    .athrow();
            code.labelBinding(ok);
        }
        if (result >= 0) {
            code.loadLocal(kind, result);
        }
        code.return_(kind);
    }

    static void zero(CodeBuilder code, TypeKind kind) {
        switch (kind) {
            case LONG -> code.lconst_0();
            case FLOAT -> code.fconst_0();
            case DOUBLE -> code.dconst_0();
            case REFERENCE -> code.aconst_null();
            default -> code.iconst_0();
        }
    }

    /** Local variables for flat values, all zero. */
    static List<Integer> variables(CodeBuilder code, int count) {
        var slots = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) {
            int slot = code.allocateLocal(TypeKind.LONG);
            code.lconst_0().lstore(slot);
            slots.add(slot);
        }
        return slots;
    }

    static MethodTypeDesc raw(int params) {
        return MethodTypeDesc.of(LONG, Collections.nCopies(params, LONG));
    }

    /** @return a local variable with what the function returned */
    private int called(CodeBuilder code, Function function, int call, int guest) {
        List<Integer> flat = params(code, function, guest);
        code.aload(call).invokevirtual(CALL, "function", MethodTypeDesc.of(RAW_CALL));
        flat.forEach(code::lload);
        code.invokevirtual(RAW_CALL, RawCall.RAW, raw(flat.size()));
        int returned = code.allocateLocal(TypeKind.LONG);
        code.lstore(returned);
        return returned;
    }

    private List<Integer> params(CodeBuilder code, Function function, int guest) {
        boolean spills = Flattening.paramsSpill(function.type());
        List<Integer> flat =
                variables(code, spills ? 1 : Flattening.flattenParams(function.type()).size());
        Place place = new Place.InVariables(flat);
        var all = new ValueType.Tuple(
                function.type().params().stream().map(ValueType.Field::type).toList());
        if (spills) {
            int address = code.allocateLocal(TypeKind.INT);
            code.aload(guest).loadConstant(Layout.alignment(all)).loadConstant((int) Layout.size(all));
            code.invokevirtual(Writing.GUEST, "allocate", MethodTypeDesc.of(INT, INT, INT));
            code.dup().istore(address).i2l().lstore(flat.getFirst());
            place = new Place.InMemory(guest, address, 0);
        }
        int slot = 1;
        long offset = 0;
        int index = 0;
        for (int i = 0; i < all.types().size(); i++) {
            ValueType param = all.types().get(i);
            offset = Layout.align(offset, Layout.alignment(param));
            TypeKind kind = TypeKind.from(function.method().getParameterTypes()[i]).asLoadable();
            code.loadLocal(kind, slot);
            lowering.lower(code, function.params().get(i), guest, place.part((int) offset, index));
            slot += kind.slotSize();
            offset += Layout.size(param);
            index += Flattening.flatten(param).size();
        }
        return flat;
    }

    private void lift(CodeBuilder code, Function function, int guest, int returned, int error, int result) {
        if (function.type().result().isEmpty()) {
            return;
        }
        ValueType whole = function.type().result().get();
        Place place = new Place.InVariables(List.of(returned));
        if (Flattening.resultSpills(function.type())) {
            int address = code.allocateLocal(TypeKind.INT);
            code.lload(returned).l2i().istore(address);
            code.aload(guest).iload(address).loadConstant((int) Layout.size(whole)).loadConstant(Layout.alignment(whole));
            code.invokevirtual(Writing.GUEST, "check", MethodTypeDesc.of(ConstantDescs.CD_void, INT, INT, INT));
            place = new Place.InMemory(guest, address, 0);
        }
        if (function.throwsErrors()) {
            sides(code, function, (ValueType.Result) whole, guest, place, error, result);
        } else {
            function.result().ifPresent(value(code, function, guest, place, result));
        }
    }

    private java.util.function.Consumer<Fit> value(
            CodeBuilder code, Function function, int guest, Place place, int result) {
        return fit -> {
            lifting.lift(code, fit, guest, place);
            if (result < 0) {
                code.pop();
            } else {
                Class<?> wanted = function.method().getReturnType();
                if (wanted != fit.java()) {
                    code.checkcast(Writing.desc(wanted));
                }
                code.storeLocal(TypeKind.from(wanted).asLoadable(), result);
            }
        };
    }

    private void sides(
            CodeBuilder code, Function function, ValueType.Result type, int guest, Place place, int error, int result) {
        Label failed = code.newLabel();
        Label end = code.newLabel();
        LiftWriter.index(code, place, 2);
        code.ifne(failed);
        Place payload = Writing.payload(place, List.of(type.ok(), type.error()));
        function.result().ifPresent(value(code, function, guest, payload, result));
        code.goto_(end).labelBinding(failed);
        if (function.error().isPresent()) {
            lifting.lift(code, function.error().get(), guest, payload);
            code.invokestatic(OPTIONAL, "of", MethodTypeDesc.of(OPTIONAL, ConstantDescs.CD_Object));
        } else {
            code.invokestatic(OPTIONAL, "empty", MethodTypeDesc.of(OPTIONAL));
        }
        code.astore(error).labelBinding(end);
    }

    private static void postReturn(CodeBuilder code, Function function, int call, int returned) {
        code.aload(call);
        if (function.type().result().isPresent()) {
            code.lload(returned).invokevirtual(CALL, "postReturn", MethodTypeDesc.of(ConstantDescs.CD_void, LONG));
        } else {
            code.invokevirtual(CALL, "postReturn", NOTHING);
        }
    }
}
