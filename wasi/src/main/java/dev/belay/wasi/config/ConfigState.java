package dev.belay.wasi.config;

import dev.belay.runtime.HostCall;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an instance finds in {@code wasi:config/store}: an object for its {@link dev.belay.runtime.InstanceState}. An instance
 * without one finds nothing.
 */
public record ConfigState(Map<String, String> values) {
    private static final ConfigState EMPTY = new ConfigState(Map.of());

    public ConfigState {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    static ConfigState of(HostCall call) {
        return call.instance().state().find(ConfigState.class).orElse(EMPTY);
    }

    /** Without the values, which may be secrets. */
    @Override
    public String toString() {
        return "configuration of " + values.keySet();
    }
}
