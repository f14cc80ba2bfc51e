package dev.belay.runtime.internal.cache;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The cache as an engine uses it. */
public final class CodeStore {
    /** Classes made since they were last saved are kept in memory until then: no more than this. */
    private static final long MAX_UNSAVED = 64 << 20;

    private final CacheDirectory directory;
    private final SizeLimit limit;
    private final Background background;
    private final Set<ModuleClasses> unsaved = ConcurrentHashMap.newKeySet();
    private final AtomicLong unsavedBytes = new AtomicLong();
    private volatile @Nullable Boolean usable;

    /**
     * @param directory made when it is first needed
     * @param maxBytes entries that were not used for longest go when all are larger than this
     */
    public CodeStore(Path directory, long maxBytes) {
        this(directory, maxBytes, new Background());
    }

    CodeStore(Path directory, long maxBytes, Background background) {
        this.directory = new CacheDirectory(directory);
        this.limit = new SizeLimit(this.directory, maxBytes);
        this.background = background;
    }

    /**
     * The classes of a module.
     *
     * @param module its hash
     * @param compiler which it is, and its options, as text
     * @return empty if the directory cannot be used
     */
    public Optional<ModuleClasses> open(String module, String compiler) {
        return isUsable() ? Optional.of(new ModuleClasses(this, EntryName.of(module, compiler))) : Optional.empty();
    }

    /** Saves what was compiled since; to be called at the end of a program. */
    public void flush() {
        unsaved.forEach(ModuleClasses::save);
    }

    private synchronized boolean isUsable() {
        Boolean known = usable;
        if (known == null) {
            known = directory.open();
            usable = known;
        }
        return known;
    }

    CacheDirectory directory() {
        return directory;
    }

    Background background() {
        return background;
    }

    /** Whether there is room for a class that is not saved yet; it is then taken. */
    boolean hold(ModuleClasses classes, int bytes) {
        if (unsavedBytes.addAndGet(bytes) > MAX_UNSAVED) {
            unsavedBytes.addAndGet(-bytes);
            return false;
        }
        unsaved.add(classes);
        return true;
    }

    void release(ModuleClasses classes, long bytes) {
        unsaved.remove(classes);
        unsavedBytes.addAndGet(-bytes);
    }

    void written(long bytes) {
        limit.written(bytes);
    }
}
