package dev.belay.wasi.keyvalue;

import dev.belay.runtime.HostCall;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an instance may open: an object for its {@link dev.belay.runtime.InstanceState}. An instance without one may open
 * nothing.
 */
public final class KeyValueState {
    private static final KeyValueState DENIED = new KeyValueState(
            name -> {
                throw new KeyValueException(KeyValueException.Kind.ACCESS_DENIED, "no bucket is granted");
            },
            Set.of(),
            KeyValueLimits.defaults());

    private final KeyValueStore store;
    private final Set<String> buckets;
    private final KeyValueLimits limits;

    private KeyValueState(KeyValueStore store, Set<String> buckets, KeyValueLimits limits) {
        this.store = store;
        this.buckets = buckets;
        this.limits = limits;
    }

    /** Nothing may be opened. */
    public static KeyValueState denied() {
        return DENIED;
    }

    /** @param buckets their names, as guests give them */
    public static KeyValueState of(KeyValueStore store, Iterable<String> buckets, KeyValueLimits limits) {
        var names = new TreeSet<String>();
        buckets.forEach(names::add);
        return new KeyValueState(store, names, limits);
    }

    static KeyValueState of(HostCall call) {
        return call.instance().state().find(KeyValueState.class).orElse(DENIED);
    }

    OpenBucket open(String name) {
        if (!buckets.contains(name)) {
            throw new KeyValueException(KeyValueException.Kind.ACCESS_DENIED, "the bucket '" + name + "' is not granted");
        }
        return new OpenBucket(store.open(name), limits);
    }
}
