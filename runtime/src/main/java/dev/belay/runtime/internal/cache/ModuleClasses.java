package dev.belay.runtime.internal.cache;

import dev.belay.runtime.internal.jit.ClassStore;
import dev.belay.runtime.internal.jit.JitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The classes of one module: those of its entry, and those that were made since. */
public final class ModuleClasses implements ClassStore {
    private final CodeStore store;
    private final EntryName name;
    private volatile @Nullable Entry entry;
    private Map<String, byte[]> made = new HashMap<>();
    private long madeBytes;

    ModuleClasses(CodeStore store, EntryName name) {
        this.store = store;
        this.name = name;
        this.entry = store.directory().find(name).orElse(null);
    }

    /** Whether there is an entry: then the module was found valid when it was made. */
    public boolean exists() {
        return entry != null;
    }

    public boolean isComplete() {
        Entry current = entry;
        return current != null && current.complete();
    }

    @Override
    public Optional<byte[]> find(String className) {
        Entry current = entry;
        return current == null ? Optional.empty() : current.bytes(className);
    }

    @Override
    public void made(String className, byte[] bytes) {
        boolean first;
        synchronized (this) {
            if (!store.hold(this, bytes.length)) {
                return;
            }
            first = made.isEmpty();
            made.put(className, bytes);
            madeBytes += bytes.length;
        }
        if (first) {
            store.background().soon(this::save);
        }
    }

    /** Saves those that were made since, with those that were there before. */
    public void save() {
        Map<String, byte[]> added = take();
        if (added.isEmpty()) {
            return;
        }
        write(writer -> {
            for (var each : added.entrySet()) {
                writer.add(each.getKey(), each.getValue());
            }
            // Another process may have saved more than was there when this one began.
            boolean complete = false;
            var before = store.directory().find(name);
            if (before.isPresent()) {
                complete = before.get().complete();
                for (String each : before.get().classes().keySet()) {
                    complete &= writer.has(each) || copy(before.get(), each, writer);
                }
            }
            return complete;
        });
    }

    private static boolean copy(Entry from, String className, EntryWriter writer) throws IOException {
        Optional<byte[]> bytes = from.bytes(className);
        if (bytes.isPresent()) {
            writer.add(className, bytes.get());
        }
        return bytes.isPresent();
    }

    /** Writes all classes that there can be, in the background. It is left when nobody uses the code any more. */
    public void saveAllLater(JitCode code) {
        var reference = new WeakReference<>(code);
        store.background().later(() -> {
            JitCode still = reference.get();
            if (still != null) {
                saveAll(still);
            }
        });
    }

    /** Writes all classes that there can be. */
    public void saveAll(JitCode code) {
        if (isComplete()) {
            return;
        }
        write(writer -> {
            code.writeAll((className, bytes) -> {
                try {
                    writer.add(className, bytes);
                    return true;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            for (var each : take().entrySet()) {
                if (!writer.has(each.getKey())) {
                    writer.add(each.getKey(), each.getValue());
                }
            }
            return true;
        });
    }

    private synchronized Map<String, byte[]> take() {
        Map<String, byte[]> taken = made;
        store.release(this, madeBytes);
        made = new HashMap<>();
        madeBytes = 0;
        return taken;
    }

    private interface Content {
        /** @return whether the entry is then complete */
        boolean writeTo(EntryWriter writer) throws IOException;
    }

    private void write(Content content) {
        try (var writer = new EntryWriter(store.directory(), name)) {
            writer.finish(content.writeTo(writer));
        } catch (IOException | UncheckedIOException e) {
            CacheLog.notWritten(store.directory().file(name), e);
            return;
        }
        store.directory().find(name).ifPresent(written -> {
            entry = written;
            store.written(written.size());
        });
    }
}
