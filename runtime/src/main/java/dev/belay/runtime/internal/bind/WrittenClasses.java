package dev.belay.runtime.internal.bind;

import java.lang.invoke.MethodHandles.Lookup.ClassOption;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The classes that were written beside classes of the embedder: compositions share them, and those that none uses go. */
final class WrittenClasses {
    private static final ClassValue<ConcurrentHashMap<String, WeakReference<Object>>> KNOWN = new ClassValue<>() {
        @Override
        protected ConcurrentHashMap<String, WeakReference<Object>> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private WrittenClasses() {}

    /**
     * The instance that makes others.
     *
     * @param key what the class depends on besides the one that it is beside
     * @throws IllegalArgumentException if a method would be larger than the JVM allows
     */
    static Object prototype(Class<?> beside, String key, Access access, Supplier<byte[]> bytes) {
        ConcurrentHashMap<String, WeakReference<Object>> known = KNOWN.get(beside);
        Object prototype = known(known, key);
        if (prototype == null) {
            prototype = define(access, bytes.get());
            known.values().removeIf(reference -> reference.get() == null);
            known.put(key, new WeakReference<>(prototype));
        }
        return prototype;
    }

    private static @Nullable Object known(ConcurrentHashMap<String, WeakReference<Object>> known, String key) {
        WeakReference<Object> reference = known.get(key);
        return reference == null ? null : reference.get();
    }

    private static Object define(Access access, byte[] bytes) {
        try {
            return access.lookup()
                    .defineHiddenClass(bytes, true, ClassOption.NESTMATE)
                    .lookupClass()
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new Access.Denied("a class cannot be written beside " + access.lookup().lookupClass() + ": " + e);
        }
    }
}
