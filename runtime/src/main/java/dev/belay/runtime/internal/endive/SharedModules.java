package dev.belay.runtime.internal.endive;

import dev.belay.component.model.Bytes;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The modules in use, by what is in them: what many components have in common is parsed and compiled once. A module that no
 * component uses any more goes, with its classes.
 */
final class SharedModules {
    private final ConcurrentHashMap<ModuleHash, Slot> slots = new ConcurrentHashMap<>();
    private final ReferenceQueue<EndiveModule> gone = new ReferenceQueue<>();

    /**
     * @param make called unless the module is in use; only once at a time for each module
     */
    EndiveModule get(Bytes module, Function<ModuleHash, EndiveModule> make) {
        dropGone();
        ModuleHash hash = ModuleHash.of(module);
        Slot slot = slots.computeIfAbsent(hash, _ -> new Slot());
        try {
            return slot.get(() -> new Held(make.apply(hash), hash));
        } catch (RuntimeException | Error e) {
            slots.remove(hash, slot);
            throw e;
        }
    }

    /** How many are in use, as far as that is known. */
    int size() {
        dropGone();
        return slots.size();
    }

    private void dropGone() {
        for (var next = gone.poll(); next != null; next = gone.poll()) {
            var reference = (Reference) next;
            slots.computeIfPresent(reference.hash, (_, slot) -> slot.isOf(reference) ? null : slot);
        }
    }

    private record Held(EndiveModule module, ModuleHash hash) {}

    private final class Slot {
        private volatile @Nullable Reference reference;

        synchronized EndiveModule get(Supplier<Held> make) {
            Reference known = reference;
            EndiveModule module = known == null ? null : known.get();
            if (module == null) {
                Held made = make.get();
                module = made.module();
                reference = new Reference(made);
            }
            return module;
        }

        boolean isOf(Reference other) {
            return reference == other;
        }
    }

    private final class Reference extends WeakReference<EndiveModule> {
        private final ModuleHash hash;

        Reference(Held held) {
            super(held.module(), gone);
            this.hash = held.hash();
        }
    }
}
