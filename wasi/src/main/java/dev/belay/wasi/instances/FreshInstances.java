package dev.belay.wasi.instances;

import dev.belay.runtime.Instance;
import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Limits;
import dev.belay.runtime.LinkedComponent;
import java.util.function.Function;

/** Made for one call, and closed after it. */
record FreshInstances(LinkedComponent component) implements Instances {
    @Override
    public <T> T use(InstanceState state, Limits limits, Function<Instance, T> call) {
        try (Instance instance = component.instantiate(state, limits)) {
            return call.apply(instance);
        }
    }
}
