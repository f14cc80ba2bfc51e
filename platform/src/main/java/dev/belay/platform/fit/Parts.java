package dev.belay.platform.fit;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.validate.ValidComponent;
import dev.belay.platform.spec.Digest;
import dev.belay.platform.spec.Part;
import dev.belay.platform.store.BlobSource;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Components of a store, read and checked. Those that were asked for last are kept: a harness is part of every composition of its
 * applications. Thread-safe.
 */
final class Parts {
    /** Of binaries; what is known of a hostile one can take many times as much, and goes when memory is short. */
    private static final long MOST_BYTES = 16 << 20;

    private final BlobSource store;
    private final long most;
    private final Map<Digest, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    Parts(BlobSource store) {
        this(store, MOST_BYTES);
    }

    /** @param most bytes of binaries that are kept */
    Parts(BlobSource store, long most) {
        this.store = store;
        this.most = most;
    }

    private record Kept(SoftReference<ValidComponent> component, int size) {}

    /**
     * @throws MisfitException if it is no valid component
     * @throws dev.belay.platform.store.StoreException if it is gone
     */
    ValidComponent get(Part part) {
        ValidComponent known = find(part.digest());
        if (known != null) {
            return known;
        }
        try {
            ValidComponent component = ValidComponent.of(store.get(part.digest()));
            keep(part.digest(), component);
            return component;
        } catch (InvalidComponentException e) {
            throw new MisfitException(part.label() + ": " + e.getMessage(), e);
        }
    }

    private synchronized @Nullable ValidComponent find(Digest digest) {
        Kept its = kept.get(digest);
        return its == null ? null : its.component().get();
    }

    /** Several may have read it at the same time: the last stays. */
    private synchronized void keep(Digest digest, ValidComponent component) {
        int size = component.bytes().size();
        remove(digest);
        kept.put(digest, new Kept(new SoftReference<>(component), size));
        bytes += size;
        while (bytes > most) {
            remove(kept.keySet().iterator().next());
        }
    }

    private void remove(Digest digest) {
        Kept its = kept.remove(digest);
        bytes -= its == null ? 0 : its.size();
    }

    /** How many are kept, for tests. */
    synchronized int size() {
        return kept.size();
    }
}
