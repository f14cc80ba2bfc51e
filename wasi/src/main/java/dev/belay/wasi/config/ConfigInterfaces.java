package dev.belay.wasi.config;

import dev.belay.runtime.HostCall;
import dev.belay.runtime.HostInterface;
import dev.belay.runtime.value.ResultValue;
import dev.belay.wasi.PackageWit;
import java.util.List;
import java.util.Optional;

/** {@code wasi:config/store}. What an instance finds there is in its {@link ConfigState}. */
public final class ConfigInterfaces {
    private ConfigInterfaces() {}

    private static final class Holder {
        static final PackageWit WIT = PackageWit.beside(ConfigInterfaces.class, "config.wit", "0.2.0-rc.1");
        static final List<HostInterface> ALL = List.of(WIT.builder("wasi:config/store")
                .func("get", (call, args) -> ResultValue.ok(value(call, (String) args[0])))
                .func("get-all", (call, _) -> ResultValue.ok(ConfigState.of(call).values().entrySet().stream()
                        .map(entry -> List.of(entry.getKey(), entry.getValue()))
                        .toList()))
                .build());
    }

    /** Every interface; they hold no state. */
    public static List<HostInterface> all() {
        return Holder.ALL;
    }

    /** The WIT of the package. */
    public static String source() {
        return Holder.WIT.source();
    }

    private static Optional<Object> value(HostCall call, String key) {
        return Optional.ofNullable(ConfigState.of(call).values().get(key));
    }
}
