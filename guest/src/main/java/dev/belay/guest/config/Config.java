package dev.belay.guest.config;

import dev.belay.guest.Tuple;
import dev.belay.guest.wasi.config.Store;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The component's configuration. The world imports {@code wasi:config/store@0.2.0-rc.1}. */
public final class Config {
    private Config() {}

    /** @throws IllegalStateException if the host cannot read it */
    public static Optional<String> get(String key) {
        return Store.get(key).orElseThrow();
    }

    /** @throws IllegalStateException if the host cannot read it */
    public static Map<String, String> all() {
        var all = new LinkedHashMap<String, String>();
        for (Tuple.Of2<String, String> each : Store.getAll().orElseThrow()) {
            all.put(each.v0(), each.v1());
        }
        return all;
    }
}
