package dev.belay.runtime.internal.bind;

import dev.belay.component.abi.Flattening;
import dev.belay.component.abi.Layout;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.ValueType;
import dev.belay.runtime.HostCall;
import dev.belay.runtime.internal.typed.RawCall;
import dev.belay.runtime.value.ResultException;
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
import java.util.List;
import java.util.Optional;

/** Writes the class by which components call a method of a Java object. */
final class ImportWriter {
    /**
     * A function and its method.
     *
     * @param owner the class or interface that the object is called as
     * @param givesCall whether the method takes the call first
     * @param result of the whole result or, if {@code catchesErrors}, of its ok side
     * @param catchesErrors whether the function gives a {@code result} whose error the method throws
     * @param error of that
     */
    record Function(
            Class<?> owner,
            Method method,
            FunctionType type,
            boolean givesCall,
            List<Fit> params,
            Optional<Fit> result,
            boolean catchesErrors,
            Optional<Fit> error) {}

    private static final ClassDesc RAW_CALL = Writing.desc(RawCall.class);
    private static final ClassDesc HOST_CALL = Writing.desc(HostCall.class);
    private static final ClassDesc MET = Writing.desc(Met.class);
    private static final ClassDesc FAILURE = Writing.desc(ResultException.class);
    private static final ClassDesc THROWABLE = ConstantDescs.CD_Throwable;
    private static final ClassDesc OBJECT = ConstantDescs.CD_Object;
    private static final ClassDesc INT = ConstantDescs.CD_int;
    private static final MethodTypeDesc NOTHING = ConstantDescs.MTD_void;
    private static final MethodTypeDesc MEET = MethodTypeDesc.of(RAW_CALL, OBJECT, Writing.GUEST, HOST_CALL);

    private final Function function;
    private final ClassDesc self;
    private final ClassDesc owner;
    private final MethodTypeDesc constructor;
    private final LowerWriter lowering;
    private final LiftWriter lifting;
    private final Writing writing;
    private final boolean spills;
    private final boolean resultSpills;
    private final int flatParams;

    /** @param beside the class that the written one is beside */
    ImportWriter(Class<?> beside, Function function) {
        this.function = function;
        this.self = ClassDesc.of(beside.getPackageName(), "Met");
        this.owner = Writing.desc(function.owner());
        this.constructor = MethodTypeDesc.of(ConstantDescs.CD_void, owner, Writing.GUEST, HOST_CALL);
        this.writing = new Writing(self);
        this.lowering = new LowerWriter(writing);
        this.lifting = new LiftWriter(writing);
        this.spills = Flattening.paramsSpill(function.type());
        this.resultSpills = Flattening.resultSpills(function.type());
        this.flatParams = spills ? 1 : Flattening.flattenParams(function.type()).size();
    }

    /**
     * @throws IllegalArgumentException if a method would be larger than the JVM allows
     */
    byte[] write(Access access) {
        var resolver = ClassHierarchyResolver.ofClassLoading(access.lookup());
        return ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(resolver)).build(self, writer -> {
            writer.withFlags(AccessFlag.PUBLIC, AccessFlag.FINAL, AccessFlag.SUPER)
                    .withSuperclass(RAW_CALL)
                    .withInterfaceSymbols(MET)
                    .withField("target", owner, ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL)
                    .withField("guest", Writing.GUEST, ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL)
                    .withField("call", HOST_CALL, ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL)
                    .withMethodBody(ConstantDescs.INIT_NAME, NOTHING, ClassFile.ACC_PUBLIC, code -> code.aload(0)
                            .invokespecial(RAW_CALL, ConstantDescs.INIT_NAME, NOTHING)
                            .return_())
                    .withMethodBody(ConstantDescs.INIT_NAME, constructor, ClassFile.ACC_PRIVATE, code -> code.aload(0)
                            .invokespecial(RAW_CALL, ConstantDescs.INIT_NAME, NOTHING)
                            .aload(0)
                            .aload(1)
                            .putfield(self, "target", owner)
                            .aload(0)
                            .aload(2)
                            .putfield(self, "guest", Writing.GUEST)
                            .aload(0)
                            .aload(3)
                            .putfield(self, "call", HOST_CALL)
                            .return_())
                    .withMethodBody("meet", MEET, ClassFile.ACC_PUBLIC, code -> code.new_(self)
                            .dup()
                            .aload(1)
                            .checkcast(owner)
                            .aload(2)
                            .aload(3)
                            .invokespecial(self, ConstantDescs.INIT_NAME, constructor)
                            .areturn())
                    .withMethodBody(
                            RawCall.RAW,
                            ExportWriter.raw(flatParams + (resultSpills ? 1 : 0)),
                            ClassFile.ACC_PUBLIC,
                            this::body);
            writing.write(writer);
        });
    }

    private void body(CodeBuilder code) {
        int guest = code.allocateLocal(TypeKind.REFERENCE);
        code.aload(0).getfield(self, "guest", Writing.GUEST).dup().astore(guest);
        code.invokevirtual(Writing.GUEST, "beginOut", NOTHING);
        List<Integer> params = params(code, guest);
        int error = code.allocateLocal(TypeKind.REFERENCE);
        code.aconst_null().astore(error);
        TypeKind kind = TypeKind.from(function.method().getReturnType()).asLoadable();
        int returned = kind == TypeKind.VOID ? -1 : code.allocateLocal(kind);
        if (returned >= 0) {
            ExportWriter.zero(code, kind);
            code.storeLocal(kind, returned);
        }
        code.trying(
                block -> {
                    call(block, params);
                    if (returned >= 0) {
                        block.storeLocal(kind, returned);
                    }
                },
                catches -> {
                    if (function.catchesErrors()) {
                        catches.catching(FAILURE, block -> block.astore(error));
                    }
                    catches.catchingAll(block -> block.invokestatic(
                                    MET, "failed", MethodTypeDesc.of(THROWABLE, THROWABLE), true)
                            .athrow());
                });
        int result = result(code, guest, returned, error);
        code.aload(guest).invokevirtual(Writing.GUEST, "end", NOTHING);
        if (result < 0) {
            code.lconst_0();
        } else {
            code.lload(result);
        }
        code.lreturn();
    }

    /** @return local variables with what the method gets */
    private List<Integer> params(CodeBuilder code, int guest) {
        var slots = new ArrayList<Integer>();
        for (int i = 0; i < flatParams; i++) {
            slots.add(1 + 2 * i);
        }
        Place place = new Place.InVariables(slots);
        var all = new ValueType.Tuple(
                function.type().params().stream().map(ValueType.Field::type).toList());
        if (spills) {
            int address = code.allocateLocal(TypeKind.INT);
            code.lload(1).l2i().istore(address);
            check(code, guest, address, all);
            place = new Place.InMemory(guest, address, 0);
        }
        var lifted = new ArrayList<Integer>();
        long offset = 0;
        int index = 0;
        for (int i = 0; i < all.types().size(); i++) {
            ValueType param = all.types().get(i);
            Fit fit = function.params().get(i);
            offset = Layout.align(offset, Layout.alignment(param));
            lifting.lift(code, fit, guest, place.part((int) offset, index));
            Class<?> wanted = function.method().getParameterTypes()[i + (function.givesCall() ? 1 : 0)];
            if (wanted != fit.java()) {
                code.checkcast(Writing.desc(wanted));
            }
            TypeKind kind = TypeKind.from(wanted).asLoadable();
            lifted.add(code.allocateLocal(kind));
            code.storeLocal(kind, lifted.getLast());
            offset += Layout.size(param);
            index += Flattening.flatten(param).size();
        }
        return lifted;
    }

    private static void check(CodeBuilder code, int guest, int address, ValueType type) {
        code.aload(guest).iload(address).loadConstant((int) Layout.size(type)).loadConstant(Layout.alignment(type));
        code.invokevirtual(Writing.GUEST, "check", MethodTypeDesc.of(ConstantDescs.CD_void, INT, INT, INT));
    }

    private void call(CodeBuilder code, List<Integer> params) {
        Method method = function.method();
        code.aload(0).getfield(self, "target", owner);
        if (function.givesCall()) {
            code.aload(0).getfield(self, "call", HOST_CALL);
        }
        int extra = function.givesCall() ? 1 : 0;
        for (int i = 0; i < params.size(); i++) {
            code.loadLocal(TypeKind.from(method.getParameterTypes()[i + extra]).asLoadable(), params.get(i));
        }
        var desc = MethodTypeDesc.of(
                Writing.desc(method.getReturnType()),
                Arrays.stream(method.getParameterTypes()).map(Writing::desc).toList());
        if (function.owner().isInterface()) {
            code.invokeinterface(owner, method.getName(), desc);
        } else {
            code.invokevirtual(owner, method.getName(), desc);
        }
    }

    /** @return the local variable with the flat result, or -1 */
    private int result(CodeBuilder code, int guest, int returned, int error) {
        if (function.type().result().isEmpty()) {
            return -1;
        }
        ValueType whole = function.type().result().get();
        List<Integer> flat = ExportWriter.variables(code, resultSpills ? 0 : 1);
        Place place = new Place.InVariables(flat);
        if (resultSpills) {
            int address = code.allocateLocal(TypeKind.INT);
            code.lload(1 + 2 * flatParams).l2i().istore(address);
            check(code, guest, address, whole);
            place = new Place.InMemory(guest, address, 0);
        }
        if (function.catchesErrors()) {
            sides(code, (ValueType.Result) whole, guest, place, returned, error);
        } else {
            value(code, function.result().orElseThrow(), guest, place, returned);
        }
        return resultSpills ? -1 : flat.getFirst();
    }

    private void value(CodeBuilder code, Fit fit, int guest, Place place, int returned) {
        code.loadLocal(TypeKind.from(function.method().getReturnType()).asLoadable(), returned);
        lowering.lower(code, fit, guest, place);
    }

    private void sides(CodeBuilder code, ValueType.Result type, int guest, Place place, int returned, int error) {
        Label ok = code.newLabel();
        Label end = code.newLabel();
        Place payload = Writing.payload(place, List.of(type.ok(), type.error()));
        code.aload(error).ifnull(ok).lconst_1();
        place.put(code, 1);
        function.error().ifPresent(fit -> {
            code.aload(error)
                    .checkcast(FAILURE)
                    .invokestatic(MET, "error", MethodTypeDesc.of(OBJECT, FAILURE), true);
            lowering.lower(code, fit, guest, payload);
        });
        code.goto_(end).labelBinding(ok).lconst_0();
        place.put(code, 1);
        function.result().ifPresent(fit -> value(code, fit, guest, payload, returned));
        code.labelBinding(end);
    }
}
