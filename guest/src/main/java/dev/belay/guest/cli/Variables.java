package dev.belay.guest.cli;

import dev.belay.guest.Tuple;
import dev.belay.guest.wasi.cli.Environment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The component's environment variables. The world imports {@code wasi:cli/environment@0.2.3}. */
public final class Variables {
    private Variables() {}

    /** One variable. To read several, ask for {@link #all} once: the host gives all of them each time. */
    public static Optional<String> get(String name) {
        for (Tuple.Of2<String, String> each : Environment.getEnvironment()) {
            if (each.v0().equals(name)) {
                return Optional.of(each.v1());
            }
        }
        return Optional.empty();
    }

    public static Map<String, String> all() {
        var all = new LinkedHashMap<String, String>();
        for (Tuple.Of2<String, String> each : Environment.getEnvironment()) {
            all.put(each.v0(), each.v1());
        }
        return all;
    }
}
