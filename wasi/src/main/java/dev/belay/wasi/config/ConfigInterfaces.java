package dev.belay.wasi.config;

import dev.belay.component.type.InstanceType;
import dev.belay.component.wit.WitTypes;
import dev.belay.runtime.HostCall;
import dev.belay.runtime.HostInterface;
import dev.belay.runtime.value.ResultValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** {@code wasi:config/store}. What an instance finds there is in its {@link ConfigState}. */
public final class ConfigInterfaces {
    /** The interface, with the version that the host implements. */
    public static final String STORE = "wasi:config/store@0.2.0-rc.1";

    private ConfigInterfaces() {}

    private static final class Holder {
        static final List<HostInterface> ALL = List.of(HostInterface.builder(STORE, type())
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
        try (InputStream in = ConfigInterfaces.class.getResourceAsStream("config.wit")) {
            if (in == null) {
                throw new IllegalStateException("config.wit is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Object> value(HostCall call, String key) {
        return Optional.ofNullable(ConfigState.of(call).values().get(key));
    }

    private static InstanceType type() {
        return WitTypes.parse(source())
                .interfaceType(STORE)
                .orElseThrow(() -> new IllegalStateException("no interface " + STORE + " in config.wit"));
    }
}
