package dev.belay.runtime.internal.typed;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessFlag;
import java.util.concurrent.ConcurrentHashMap;

/** Defines the classes of shapes, each when it is first asked for. There are as many as programs have signatures: few. */
public final class Shapes extends ClassLoader {
    public static final String PACKAGE = "dev.belay.runtime.shape";
    static final String SHAPE = "Call";

    private static final String BY_ARRAY = "ByArray";
    private static final String LOOKUP = "Lookup";
    private static final ClassDesc TYPED_CALL = TypedCall.class.describeConstable().orElseThrow();
    private static final ClassDesc BODY = TypedCall.Body.class.describeConstable().orElseThrow();
    private static final ClassDesc LONGS = ConstantDescs.CD_long.arrayType();
    private static final String APPLY = "apply";
    private static final MethodTypeDesc BY_BITS = MethodTypeDesc.of(LONGS, LONGS);
    private static final MethodTypeDesc BY_VALUES = MethodTypeDesc.of(MixedBits.VALUES, MixedBits.VALUES);
    private static final MethodTypeDesc WITH_BODY = MethodTypeDesc.of(ConstantDescs.CD_void, BODY);

    /** The parent of every loader of classes that call by shape. */
    public static final ClassLoader LOADER = new Shapes();

    private static final MethodHandles.Lookup HOME = home();

    private static final ConcurrentHashMap<CallShape, Factory> FACTORIES = new ConcurrentHashMap<>();

    static {
        registerAsParallelCapable();
    }

    private Shapes() {
        super("belay-shapes", Shapes.class.getClassLoader());
    }

    /** Made by a class that is written, so that making another needs no reflection. */
    public interface Factory {
        TypedCall of(TypedCall.Body body);
    }

    static TypedCall byArray(CallShape shape, TypedCall.Body body) {
        return FACTORIES.computeIfAbsent(shape, Shapes::factory).of(body);
    }

    private static Factory factory(CallShape shape) {
        try {
            TypedCall.Body none = args -> args;
            return (Factory) LOADER.loadClass(PACKAGE + "." + BY_ARRAY + shape.text())
                    .getConstructor(TypedCall.Body.class)
                    .newInstance(none);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the class of a shape cannot be used: " + e, e);
        }
    }

    /**
     * Makes the one instance that a class needs which is written in {@link #PACKAGE}, and goes when nothing uses it.
     *
     * @param bytes of a class with a public constructor without parameters
     */
    public static Object hidden(byte[] bytes) {
        try {
            return HOME.defineHiddenClass(bytes, true).lookupClass().getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a written class cannot be used: " + e, e);
        }
    }

    private static MethodHandles.Lookup home() {
        try {
            return (MethodHandles.Lookup) LOADER.loadClass(PACKAGE + "." + LOOKUP).getMethod("lookup").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the package of shapes cannot be used: " + e, e);
        }
    }

    /** A class whose one method lets classes be defined beside it. */
    private static byte[] lookupClass(String name) {
        ClassDesc methodHandles = MethodHandles.class.describeConstable().orElseThrow();
        var lookup = MethodTypeDesc.of(MethodHandles.Lookup.class.describeConstable().orElseThrow());
        return ClassFile.of().build(ClassDesc.of(name), writer -> writer.withFlags(AccessFlag.PUBLIC, AccessFlag.FINAL)
                .withMethodBody("lookup", lookup, ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC, code -> code.invokestatic(
                                methodHandles, "lookup", lookup)
                        .areturn()));
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String prefix = PACKAGE + ".";
        if (!name.startsWith(prefix)) {
            throw new ClassNotFoundException(name);
        }
        String simple = name.substring(prefix.length());
        byte[] bytes = simple.equals(LOOKUP)
                ? lookupClass(name)
                : simple.startsWith(BY_ARRAY)
                ? byArrayClass(name, CallShape.parse(simple.substring(BY_ARRAY.length())))
                : shapeClass(name, CallShape.parse(simple.substring(SHAPE.length())));
        return defineClass(name, bytes, 0, bytes.length);
    }

    private static byte[] shapeClass(String name, CallShape shape) {
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

    private static byte[] byArrayClass(String name, CallShape shape) {
        ClassDesc self = ClassDesc.of(name);
        return ClassFile.of().build(self, writer -> {
            writer.withFlags(AccessFlag.PUBLIC, AccessFlag.FINAL, AccessFlag.SUPER)
                    .withSuperclass(shape.owner())
                    .withInterfaceSymbols(Factory.class.describeConstable().orElseThrow())
                    .withField("body", BODY, ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL)
                    .withMethodBody(ConstantDescs.INIT_NAME, WITH_BODY, ClassFile.ACC_PUBLIC, code -> code.aload(0)
                            .invokespecial(shape.owner(), ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                            .aload(0)
                            .aload(1)
                            .putfield(self, "body", BODY)
                            .return_())
                    .withMethodBody(
                            "of", MethodTypeDesc.of(TYPED_CALL, BODY), ClassFile.ACC_PUBLIC, code -> code.new_(self)
                                    .dup()
                                    .aload(1)
                                    .invokespecial(self, ConstantDescs.INIT_NAME, WITH_BODY)
                                    .areturn())
                    .withMethodBody(CallShape.CALL, shape.method(), ClassFile.ACC_PUBLIC, code -> {
                        code.aload(0).getfield(self, "body", BODY);
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
                            .getfield(self, "body", BODY)
                            .aload(1)
                            .invokeinterface(BODY, CallShape.CALL, applying(shape))
                            .areturn());
        });
    }
}
