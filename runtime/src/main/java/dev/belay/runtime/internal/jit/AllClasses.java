package dev.belay.runtime.internal.jit;

import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** All classes of a module: those of its functions, of calls to what it exports, and whatever else they name. */
final class AllClasses {
    private static final String PREFIX = ChunkLoader.PACKAGE.replace('.', '/') + "/";

    private final Function<String, byte[]> bytes;
    private final Set<String> known = new HashSet<>();
    private final ArrayDeque<String> open = new ArrayDeque<>();

    /**
     * @param bytes gives a class by its name
     */
    AllClasses(Function<String, byte[]> bytes) {
        this.bytes = bytes;
    }

    void add(String name) {
        if (known.add(name)) {
            open.add(name);
        }
    }

    /**
     * Goes through all of them.
     *
     * @param each is given a name and bytes, and says whether to go on
     * @return whether all were given
     */
    boolean forEach(BiPredicate<String, byte[]> each) {
        while (!open.isEmpty()) {
            String name = open.remove();
            byte[] its = bytes.apply(name);
            if (!each.test(name, its)) {
                return false;
            }
            for (PoolEntry entry : ClassFile.of().parse(its).constantPool()) {
                named(entry).ifPresent(this::add);
            }
        }
        return true;
    }

    private static Optional<String> named(PoolEntry entry) {
        return entry instanceof ClassEntry type && type.asInternalName().startsWith(PREFIX)
                ? Optional.of(type.asInternalName().substring(PREFIX.length()))
                : Optional.empty();
    }
}
