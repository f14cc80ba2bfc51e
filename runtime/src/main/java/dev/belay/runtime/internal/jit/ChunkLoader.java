package dev.belay.runtime.internal.jit;

/** Defines the classes of one module, each when it is first needed; they go when the module does. */
final class ChunkLoader extends ClassLoader {
    static final String PACKAGE = "dev.belay.runtime.compiled";
    static final String CHUNK = "Chunk";
    static final String INDIRECT = "Indirect";

    private final ModuleFacts facts;

    ChunkLoader(ModuleFacts facts) {
        super("belay", ChunkLoader.class.getClassLoader());
        this.facts = facts;
    }

    static {
        registerAsParallelCapable();
    }

    JitChunk chunk(int index) {
        try {
            return (JitChunk) loadClass(PACKAGE + "." + CHUNK + index)
                    .getDeclaredConstructor()
                    .newInstance();
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
        byte[] bytes = simple.startsWith(INDIRECT)
                ? indirect(simple.substring(INDIRECT.length()))
                : new ChunkWriter(facts, Integer.parseInt(simple.substring(CHUNK.length()))).write();
        return defineClass(name, bytes, 0, bytes.length);
    }

    private byte[] indirect(String typeAndTable) {
        int between = typeAndTable.indexOf('_');
        return new IndirectWriter(
                        facts,
                        Integer.parseInt(typeAndTable.substring(0, between)),
                        Integer.parseInt(typeAndTable.substring(between + 1)))
                .write();
    }
}
