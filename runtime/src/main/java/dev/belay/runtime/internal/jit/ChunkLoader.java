package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.core.StackRoom;
import dev.belay.runtime.internal.typed.Shapes;
import java.util.Optional;

/** Defines the classes of one module, each when it is first needed; they go when the module does. */
final class ChunkLoader extends ClassLoader {
    static final String PACKAGE = "dev.belay.runtime.compiled";
    private static final String PREFIX = PACKAGE + ".";
    static final String CHUNK = "Chunk";
    static final String INDIRECT = "Indirect";
    static final String LINK = "Link";

    private final ModuleFacts facts;
    private final ClassStore store;

    ChunkLoader(ModuleFacts facts, ClassStore store) {
        super("belay", Shapes.LOADER);
        this.facts = facts;
        this.store = store;
    }

    static {
        registerAsParallelCapable();
    }

    JitChunk chunk(int index) {
        return (JitChunk) make(CHUNK + index);
    }

    /** What makes calls of a function from outside. */
    JitLink link(int function) {
        return (JitLink) make(LINK + function);
    }

    private Object make(String simpleName) {
        try {
            return loadClass(PREFIX + simpleName).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the compiled class cannot be used: " + e, e);
        }
    }

    /** Defines a class unless it is. */
    void require(String simpleName) {
        try {
            loadClass(PREFIX + simpleName);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the compiled class cannot be used: " + e, e);
        }
    }

    /** The JVM asks for a class in the middle of a guest's call. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(PREFIX)) {
            return super.loadClass(name, resolve);
        }
        StackRoom.require();
        synchronized (getClassLoadingLock(name)) {
            // Nobody else has it: whoever is asked first by default looks into every jar of the class path.
            Class<?> known = findLoadedClass(name);
            return known == null ? findClass(name) : known;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!name.startsWith(PREFIX)) {
            throw new ClassNotFoundException(name);
        }
        String simple = name.substring(PREFIX.length());
        Optional<byte[]> kept = store.find(simple);
        if (kept.isPresent()) {
            try {
                return define(name, kept.get());
            } catch (ClassFormatError _) {
                // Then it is written anew.
            }
        }
        byte[] bytes = write(simple);
        store.made(simple, bytes);
        return define(name, bytes);
    }

    private Class<?> define(String name, byte[] bytes) {
        return defineClass(name, bytes, 0, bytes.length);
    }

    /** A class as it is or would be defined. */
    byte[] bytes(String simple) {
        return store.find(simple).orElseGet(() -> write(simple));
    }

    private byte[] write(String simple) {
        if (simple.startsWith(INDIRECT)) {
            return new IndirectWriter(facts, Dispatch.parse(simple.substring(INDIRECT.length()))).write();
        } else if (simple.startsWith(LINK)) {
            return LinkWriter.write(facts, Integer.parseInt(simple.substring(LINK.length())));
        }
        return new ChunkWriter(facts, Integer.parseInt(simple.substring(CHUNK.length()))).write();
    }
}
