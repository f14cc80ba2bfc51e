package dev.belay.runtime.internal.typed;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.function.Consumer;

/** Writes the classes of shapes. */
final class ShapeWriter {
    private static final ClassDesc TYPED_CALL = TypedCall.class.describeConstable().orElseThrow();
    private static final ClassDesc RAW_CALL = RawCall.class.describeConstable().orElseThrow();
    private static final ClassDesc BODY = TypedCall.Body.class.describeConstable().orElseThrow();
    private static final ClassDesc FACTORY = Shapes.Factory.class.describeConstable().orElseThrow();
    private static final ClassDesc RAW_FACTORY = Shapes.RawFactory.class.describeConstable().orElseThrow();
    private static final ClassDesc LONGS = ConstantDescs.CD_long.arrayType();
    private static final String APPLY = "apply";
    private static final MethodTypeDesc BY_BITS = MethodTypeDesc.of(LONGS, LONGS);
    private static final MethodTypeDesc BY_VALUES = MethodTypeDesc.of(MixedBits.VALUES, MixedBits.VALUES);
    private static final String FIELD = "body";

    private ShapeWriter() {}

    /** The abstract class: a method with the shape's types, which the others go on to. */
    static byte[] shapeClass(String name, CallShape shape) {
        ClassDesc self = ClassDesc.of(name);
        return ClassFile.of().build(self, writer -> {
            writer.withFlags(AccessFlag.PUBLIC, AccessFlag.ABSTRACT, AccessFlag.SUPER)
                    .withSuperclass(TYPED_CALL)
                    .withMethodBody(
                            ConstantDescs.INIT_NAME, ConstantDescs.MTD_void, ClassFile.ACC_PUBLIC, code -> code.aload(0)
                                    .invokespecial(TYPED_CALL, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                                    .return_())
                    .withMethod(
                            CallShape.CALL, shape.method(), ClassFile.ACC_PUBLIC | ClassFile.ACC_ABSTRACT, _ -> {})
                    .withMethodBody(APPLY, applying(shape), ClassFile.ACC_PUBLIC, code -> {
                        code.aload(0);
                        unpack(code, shape);
                        code.invokevirtual(self, CallShape.CALL, shape.method());
                        returnPacked(code, shape);
                    });
            if (shape.isRaw()) {
                writer.withMethodBody(
                        RawCall.RAW, shape.rawMethod(), ClassFile.ACC_PUBLIC, code -> raw(code, self, shape));
            }
        });
    }

    /** Of the method that goes by arrays: with references beside them, if there are any. */
    private static MethodTypeDesc applying(CallShape shape) {
        return shape.hasReferences() ? BY_VALUES : BY_BITS;
    }

    private static void unpack(CodeBuilder code, CallShape shape) {
        if (shape.hasReferences()) {
            MixedBits.unpack(code, shape.params(), 1);
        } else {
            RawBits.unpack(code, shape.params(), 1);
        }
    }

    private static void returnPacked(CodeBuilder code, CallShape shape) {
        if (shape.hasReferences()) {
            MixedBits.returnAsValues(code, shape.results(), 2);
        } else {
            RawBits.returnAsArray(code, shape.results(), 2);
        }
    }

    private static void raw(CodeBuilder code, ClassDesc self, CallShape shape) {
        code.aload(0);
        int slot = 1;
        for (TypeKind kind : shape.params()) {
            code.lload(slot);
            RawBits.fromLong(code, kind);
            slot += TypeKind.LONG.slotSize();
        }
        code.invokevirtual(self, CallShape.CALL, shape.method());
        if (shape.results().isEmpty()) {
            code.lconst_0();
        } else {
            RawBits.toLong(code, shape.results().getFirst());
        }
        code.lreturn();
    }

    /** Calls that go on by arrays. */
    static byte[] byArrayClass(String name, CallShape shape) {
        ClassDesc self = ClassDesc.of(name);
        return going(self, shape, FACTORY, BODY, writer -> writer.withMethodBody(
                        CallShape.CALL, shape.method(), ClassFile.ACC_PUBLIC, code -> {
                            code.aload(0).getfield(self, FIELD, BODY);
                            if (shape.hasReferences()) {
                                MixedBits.pack(code, shape.params(), 1);
                                code.invokeinterface(BODY, CallShape.CALL, BY_VALUES);
                                MixedBits.returnValues(code, shape.results());
                            } else {
                                RawBits.pack(code, shape.params(), 1);
                                code.invokeinterface(BODY, CallShape.CALL, BY_BITS);
                                RawBits.returnArray(code, shape.results());
                            }
                        })
                .withMethodBody(APPLY, applying(shape), ClassFile.ACC_PUBLIC, code -> code.aload(0)
                        .getfield(self, FIELD, BODY)
                        .aload(1)
                        .invokeinterface(BODY, CallShape.CALL, applying(shape))
                        .areturn()));
    }

    /** Calls that go on by raw bits. */
    static byte[] byRawClass(String name, CallShape shape) {
        ClassDesc self = ClassDesc.of(name);
        return going(self, shape, RAW_FACTORY, RAW_CALL, writer -> writer.withMethodBody(
                CallShape.CALL, shape.method(), ClassFile.ACC_PUBLIC, code -> {
                    code.aload(0).getfield(self, FIELD, RAW_CALL);
                    int slot = 1;
                    for (TypeKind kind : shape.params()) {
                        code.loadLocal(kind, slot);
                        RawBits.toLong(code, kind);
                        slot += kind.slotSize();
                    }
                    code.invokevirtual(RAW_CALL, RawCall.RAW, shape.rawMethod());
                    if (shape.results().isEmpty()) {
                        code.pop2().return_();
                    } else {
                        TypeKind result = shape.results().getFirst();
                        RawBits.fromLong(code, result);
                        code.return_(result);
                    }
                }));
    }

    /** A class that has something to go on to, and makes others like it. */
    private static byte[] going(
            ClassDesc self, CallShape shape, ClassDesc factory, ClassDesc body, Consumer<ClassBuilder> methods) {
        var withBody = MethodTypeDesc.of(ConstantDescs.CD_void, body);
        return ClassFile.of().build(self, writer -> {
            writer.withFlags(AccessFlag.PUBLIC, AccessFlag.FINAL, AccessFlag.SUPER)
                    .withSuperclass(shape.owner())
                    .withInterfaceSymbols(factory)
                    .withField(FIELD, body, ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL)
                    .withMethodBody(ConstantDescs.INIT_NAME, withBody, ClassFile.ACC_PUBLIC, code -> code.aload(0)
                            .invokespecial(shape.owner(), ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                            .aload(0)
                            .aload(1)
                            .putfield(self, FIELD, body)
                            .return_())
                    .withMethodBody(
                            "of", MethodTypeDesc.of(TYPED_CALL, body), ClassFile.ACC_PUBLIC, code -> code.new_(self)
                                    .dup()
                                    .aload(1)
                                    .invokespecial(self, ConstantDescs.INIT_NAME, withBody)
                                    .areturn());
            methods.accept(writer);
        });
    }
}
