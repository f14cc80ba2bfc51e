package dev.belay.runtime.internal.typed;

import dev.belay.runtime.internal.core.StackRoom;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessFlag;
import java.util.concurrent.ConcurrentHashMap;

/** Defines the classes of shapes, each when it is first asked for. There are as many as programs have signatures: few. */
public final class Shapes extends ClassLoader {
    public static final String PACKAGE = "dev.belay.runtime.shape";
    static final String SHAPE = "Call";

    private static final String BY_ARRAY = "ByArray";
    private static final String BY_RAW = "ByRaw";
    private static final String LOOKUP = "Lookup";

    /** The parent of every loader of classes that call by shape. */
    public static final ClassLoader LOADER = new Shapes();

    private static final MethodHandles.Lookup HOME = home();

    private static final ConcurrentHashMap<CallShape, Factory> FACTORIES = new ConcurrentHashMap<>();
    private static final ConcurrentHashMap<CallShape, RawFactory> RAW_FACTORIES = new ConcurrentHashMap<>();

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

    /** The same for calls that go on by raw bits. */
    public interface RawFactory {
        TypedCall of(RawCall body);
    }

    static TypedCall byRaw(CallShape shape, RawCall body) {
        return RAW_FACTORIES.computeIfAbsent(shape, Shapes::rawFactory).of(body);
    }

    private static RawFactory rawFactory(CallShape shape) {
        var none = new RawCall() {};
        return (RawFactory) prototype(BY_RAW + shape.text(), RawCall.class, none);
    }

    static Factory byArray(CallShape shape) {
        return FACTORIES.computeIfAbsent(shape, Shapes::factory);
    }

    private static Factory factory(CallShape shape) {
        TypedCall.Body none = args -> args;
        return (Factory) prototype(BY_ARRAY + shape.text(), TypedCall.Body.class, none);
    }

    private static <T> Object prototype(String name, Class<T> type, T none) {
        StackRoom.require();
        try {
            return LOADER.loadClass(PACKAGE + "." + name).getConstructor(type).newInstance(none);
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
                ? ShapeWriter.byArrayClass(name, CallShape.parse(simple.substring(BY_ARRAY.length())))
                : simple.startsWith(BY_RAW)
                ? ShapeWriter.byRawClass(name, CallShape.parse(simple.substring(BY_RAW.length())))
                : ShapeWriter.shapeClass(name, CallShape.parse(simple.substring(SHAPE.length())));
        return defineClass(name, bytes, 0, bytes.length);
    }
}
