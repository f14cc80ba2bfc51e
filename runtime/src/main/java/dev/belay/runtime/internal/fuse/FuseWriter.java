package dev.belay.runtime.internal.fuse;

import dev.belay.component.abi.Flattening;
import dev.belay.component.abi.Layout;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.ValueType;
import dev.belay.runtime.internal.core.CoreShapes;
import dev.belay.runtime.internal.typed.CallShape;
import dev.belay.runtime.internal.typed.Shapes;
import dev.belay.runtime.internal.typed.TypedCall;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the class of lowered functions of one type. */
final class FuseWriter {
    private static final ClassDesc CROSSING = Crossing.class.describeConstable().orElseThrow();
    private static final ClassDesc WAY = WayCalls.WAY;
    private static final ClassDesc TYPED_CALL = TypedCall.class.describeConstable().orElseThrow();
    private static final ClassDesc FAILURE = RuntimeException.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc WITH_CROSSING = MethodTypeDesc.of(ConstantDescs.CD_void, CROSSING);

    private final ClassDesc self = ClassDesc.of(Shapes.PACKAGE, "Fused");
    private final FunctionType type;
    private final FuseKey key;
    private final CallShape outer;
    private final CallShape inner;
    private final Optional<CallShape> post;
    private final MemoryCopies copies;

    FuseWriter(FunctionType type, FuseKey key, boolean postReturn) {
        this.type = type;
        this.key = key;
        this.outer = CoreShapes.of(Flattening.lowered(type));
        this.inner = CoreShapes.of(Flattening.lifted(type));
        this.post = postReturn ? Optional.of(new CallShape(inner.results(), List.of())) : Optional.empty();
        this.copies = new MemoryCopies(self, key);
    }

    /**
     * @throws IllegalArgumentException if a method would be larger than the JVM allows
     */
    byte[] write() {
        return ClassFile.of().build(self, writer -> {
            writer.withFlags(AccessFlag.PUBLIC, AccessFlag.FINAL, AccessFlag.SUPER)
                    .withSuperclass(outer.owner())
                    .withInterfaceSymbols(Fused.class.describeConstable().orElseThrow());
            field(writer, "crossing", CROSSING);
            field(writer, "params", WAY);
            field(writer, "results", WAY);
            field(writer, "function", inner.owner());
            post.ifPresent(shape -> field(writer, "postReturn", shape.owner()));
            writer.withMethodBody(
                            ConstantDescs.INIT_NAME, ConstantDescs.MTD_void, ClassFile.ACC_PUBLIC, this::prototype)
                    .withMethodBody(ConstantDescs.INIT_NAME, WITH_CROSSING, ClassFile.ACC_PRIVATE, this::construct)
                    .withMethodBody(
                            "of", MethodTypeDesc.of(TYPED_CALL, CROSSING), ClassFile.ACC_PUBLIC, code -> code.new_(self)
                                    .dup()
                                    .aload(1)
                                    .invokespecial(self, ConstantDescs.INIT_NAME, WITH_CROSSING)
                                    .areturn())
                    .withMethodBody(CallShape.CALL, outer.method(), ClassFile.ACC_PUBLIC, this::call);
            copies.write(writer);
        });
    }

    private static void field(java.lang.classfile.ClassBuilder writer, String name, ClassDesc desc) {
        writer.withField(name, desc, ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL);
    }

    /** Makes others, and has no crossing of its own. */
    private void prototype(CodeBuilder code) {
        code.aload(0).invokespecial(outer.owner(), ConstantDescs.INIT_NAME, ConstantDescs.MTD_void);
        code.return_();
    }

    private void construct(CodeBuilder code) {
        code.aload(0).invokespecial(outer.owner(), ConstantDescs.INIT_NAME, ConstantDescs.MTD_void);
        code.aload(0).aload(1).putfield(self, "crossing", CROSSING);
        take(code, "params", WAY, WAY);
        take(code, "results", WAY, WAY);
        take(code, "function", TYPED_CALL, inner.owner());
        post.ifPresent(shape -> take(code, "postReturn", TYPED_CALL, shape.owner()));
        code.return_();
    }

    private void take(CodeBuilder code, String name, ClassDesc given, ClassDesc wanted) {
        code.aload(0).aload(1).invokevirtual(CROSSING, name, MethodTypeDesc.of(given));
        if (!given.equals(wanted)) {
            code.checkcast(wanted);
        }
        code.putfield(self, name, wanted);
    }

    private void call(CodeBuilder code) {
        var given = new ArrayList<FlatMoves.Local>();
        int slot = 1;
        for (TypeKind kind : outer.params()) {
            given.add(new FlatMoves.Local(kind, slot));
            slot += kind.slotSize();
        }
        tell(code, "enter");
        List<FlatMoves.Local> arguments = params(code, given);
        Optional<FlatMoves.Local> result = callee(code, arguments);
        tell(code, "returned");
        Optional<FlatMoves.Local> moved = result(code, result, given);
        postReturn(code, result);
        tell(code, "leave");
        moved.ifPresent(local -> local.load(code));
        code.return_(TypeKind.from(outer.method().returnType()).asLoadable());
    }

    private void tell(CodeBuilder code, String what) {
        code.aload(0)
                .getfield(self, "crossing", CROSSING)
                .invokevirtual(CROSSING, what, MethodTypeDesc.of(ConstantDescs.CD_void));
    }

    private List<FlatMoves.Local> params(CodeBuilder code, List<FlatMoves.Local> given) {
        List<ValueType> types = type.params().stream().map(ValueType.Field::type).toList();
        int way = way(code, "params");
        if (!Flattening.paramsSpill(type)) {
            return new FlatMoves(code, copies, key, way).moveAll(types, given);
        }
        var all = new ValueType.Tuple(types);
        int size = (int) Layout.size(all);
        int alignment = Layout.alignment(all);
        var moved = new FlatMoves.Local(TypeKind.INT, code.allocateLocal(TypeKind.INT));
        check(code, way, "checkSource", given.getFirst(), size, alignment);
        code.aload(way)
                .loadConstant(alignment)
                .loadConstant(size)
                .invokevirtual(
                        WAY,
                        "allocate",
                        MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_int, ConstantDescs.CD_int));
        moved.store(code);
        code.aload(way);
        given.getFirst().load(code);
        moved.load(code);
        copies.value(code, all);
        return List.of(moved);
    }

    private int way(CodeBuilder code, String name) {
        int way = code.allocateLocal(TypeKind.REFERENCE);
        code.aload(0).getfield(self, name, WAY).astore(way);
        return way;
    }

    private static void check(
            CodeBuilder code, int way, String method, FlatMoves.Local address, int size, int alignment) {
        code.aload(way);
        address.load(code);
        code.loadConstant(size)
                .loadConstant(alignment)
                .invokevirtual(
                        WAY,
                        method,
                        MethodTypeDesc.of(
                                ConstantDescs.CD_void, ConstantDescs.CD_int, ConstantDescs.CD_int, ConstantDescs.CD_int));
    }

    private Optional<FlatMoves.Local> callee(CodeBuilder code, List<FlatMoves.Local> arguments) {
        Optional<FlatMoves.Local> result = inner.results().stream()
                .findFirst()
                .map(kind -> new FlatMoves.Local(kind, code.allocateLocal(kind)));
        code.trying(
                block -> {
                    block.aload(0).getfield(self, "function", inner.owner());
                    arguments.forEach(each -> each.load(block));
                    block.invokevirtual(inner.owner(), CallShape.CALL, inner.method());
                    result.ifPresent(local -> local.store(block));
                },
                catches -> catches.catching(FAILURE, block -> {
                    int thrown = block.allocateLocal(TypeKind.REFERENCE);
                    block.astore(thrown)
                            .aload(0)
                            .getfield(self, "crossing", CROSSING)
                            .aload(thrown)
                            .invokevirtual(CROSSING, "failure", MethodTypeDesc.of(FAILURE, FAILURE))
                            .athrow();
                }));
        return result;
    }

    /** @return what the caller gets as a flat value */
    private Optional<FlatMoves.Local> result(
            CodeBuilder code, Optional<FlatMoves.Local> returned, List<FlatMoves.Local> given) {
        if (type.result().isEmpty()) {
            return Optional.empty();
        }
        ValueType result = type.result().get();
        int way = way(code, "results");
        if (!Flattening.resultSpills(type)) {
            return Optional.of(new FlatMoves(code, copies, key, way)
                    .move(result, List.of(returned.orElseThrow()))
                    .getFirst());
        }
        int size = (int) Layout.size(result);
        int alignment = Layout.alignment(result);
        check(code, way, "checkSource", returned.orElseThrow(), size, alignment);
        check(code, way, "checkTarget", given.getLast(), size, alignment);
        code.aload(way);
        returned.orElseThrow().load(code);
        given.getLast().load(code);
        copies.value(code, result);
        return Optional.empty();
    }

    private void postReturn(CodeBuilder code, Optional<FlatMoves.Local> returned) {
        post.ifPresent(shape -> {
            tell(code, "beginPostReturn");
            code.aload(0).getfield(self, "postReturn", shape.owner());
            returned.ifPresent(local -> local.load(code));
            code.invokevirtual(shape.owner(), CallShape.CALL, shape.method());
            tell(code, "endPostReturn");
        });
    }
}
