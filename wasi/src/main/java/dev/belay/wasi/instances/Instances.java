package dev.belay.wasi.instances;

import dev.belay.runtime.Instance;
import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Limits;
import dev.belay.runtime.LinkedComponent;
import java.util.function.Function;

/** Where the instances for calls come from. Thread-safe. */
public sealed interface Instances permits FreshInstances, InstancePool {
    /** One for each call, which nothing else has used or will use. */
    static Instances fresh(LinkedComponent component) {
        return new FreshInstances(component);
    }

    LinkedComponent component();

    /**
     * Makes a call in an instance that has nothing else to do. After an exception it is not used again.
     *
     * @param state host objects for an instance that is made for this call; one that was made before keeps its own
     * @param limits for the instance; the deadline is that of this call
     * @throws dev.belay.runtime.Trap if an instance cannot be made
     */
    <T> T use(InstanceState state, Limits limits, Function<Instance, T> call);
}
