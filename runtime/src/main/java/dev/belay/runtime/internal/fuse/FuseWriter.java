package dev.belay.runtime.internal.fuse;

import dev.belay.component.abi.Flattening;
import dev.belay.component.type.FunctionType;
import dev.belay.runtime.internal.core.CoreShapes;
import dev.belay.runtime.internal.typed.CallShape;
import dev.belay.runtime.internal.typed.Shapes;
import dev.belay.runtime.internal.typed.TypedCall;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Optional;

/** Writes the class of lowered functions of one type: its fields, and how it is made. */
final class FuseWriter {
    static final ClassDesc CROSSING = Crossing.class.describeConstable().orElseThrow();
    static final ClassDesc GATE = Gate.class.describeConstable().orElseThrow();
    static final ClassDesc GATES = GATE.arrayType();

    private static final ClassDesc WAY = WayCalls.WAY;
    private static final ClassDesc TYPED_CALL = TypedCall.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc WITH_CROSSING = MethodTypeDesc.of(ConstantDescs.CD_void, CROSSING);

    private final ClassDesc self = ClassDesc.of(Shapes.PACKAGE, "Fused");
    private final FunctionType type;
    private final FuseKey key;
    private final CallShape outer;
    private final CallShape inner;
    private final Optional<CallShape> post;

    FuseWriter(FunctionType type, FuseKey key, boolean postReturn) {
        this.type = type;
        this.key = key;
        this.outer = CoreShapes.of(Flattening.lowered(type));
        this.inner = CoreShapes.of(Flattening.lifted(type));
        this.post = postReturn ? Optional.of(new CallShape(inner.results(), List.of())) : Optional.empty();
    }

    /**
     * @throws IllegalArgumentException if a method would be larger than the JVM allows
     */
    byte[] write() {
        var params = new MemoryCopies(self, "param", key, new Rooms(self, "param"));
        var results = new MemoryCopies(self, "result", key, new Rooms(self, "result"));
        return ClassFile.of().build(self, writer -> {
            writer.withFlags(AccessFlag.PUBLIC, AccessFlag.FINAL, AccessFlag.SUPER)
                    .withSuperclass(outer.owner())
                    .withInterfaceSymbols(Fused.class.describeConstable().orElseThrow());
            field(writer, "crossing", CROSSING);
            field(writer, "caller", GATE);
            field(writer, "callee", GATE);
            field(writer, "around", GATES);
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
                    .withMethodBody(
                            CallShape.CALL,
                            outer.method(),
                            ClassFile.ACC_PUBLIC,
                            code -> new FusedBody(code, self, type, key, params, results, post).write());
            params.write(writer);
            results.write(writer);
        });
    }

    private static void field(ClassBuilder writer, String name, ClassDesc desc) {
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
        take(code, "caller", GATE, GATE);
        take(code, "callee", GATE, GATE);
        take(code, "around", GATES, GATES);
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
}
