package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.typed.Shapes;

/** Defines the classes of one module, each when it is first needed; they go when the module does. */
final class ChunkLoader extends ClassLoader {
    static final String PACKAGE = "dev.belay.runtime.compiled";
    static final String CHUNK = "Chunk";
    static final String INDIRECT = "Indirect";
    static final String LINK = "Link";

    private final ModuleFacts facts;

    ChunkLoader(ModuleFacts facts) {
        super("belay", Shapes.LOADER);
        this.facts = facts;
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
            return loadClass(PACKAGE + "." + simpleName).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the compiled class cannot be used: " + e, e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String prefix = PACKAGE + ".";
        if (!name.startsWith(prefix)) {
            throw new ClassNotFoundException(name);
        }
        String simple = name.substring(prefix.length());
        byte[] bytes = bytes(simple);
        return defineClass(name, bytes, 0, bytes.length);
    }

    private byte[] bytes(String simple) {
        if (simple.startsWith(INDIRECT)) {
            return new IndirectWriter(facts, Dispatch.parse(simple.substring(INDIRECT.length()))).write();
        } else if (simple.startsWith(LINK)) {
            return LinkWriter.write(facts, Integer.parseInt(simple.substring(LINK.length())));
        }
        return new ChunkWriter(facts, Integer.parseInt(simple.substring(CHUNK.length()))).write();
    }
}
