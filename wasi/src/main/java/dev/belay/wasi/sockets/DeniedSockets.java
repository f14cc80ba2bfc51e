package dev.belay.wasi.sockets;

import dev.belay.component.type.ExternType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.ValueType;
import dev.belay.runtime.HostFunction;
import dev.belay.runtime.HostInterface;
import dev.belay.runtime.Trap;
import dev.belay.runtime.value.ResultValue;
import dev.belay.wasi.Interfaces;
import dev.belay.wasi.WasiWit;
import java.util.List;
import java.util.Optional;

/** {@code wasi:sockets}: whatever would open, bind, connect or resolve answers {@code access-denied}. */
public final class DeniedSockets {
    private static final List<String> NAMES =
            List.of("instance-network", "network", "ip-name-lookup", "tcp", "tcp-create-socket", "udp", "udp-create-socket");

    private DeniedSockets() {}

    /** The one network that there is. */
    private record Network() {}

    public static List<HostInterface> all() {
        return NAMES.stream().map(name -> denied("wasi:sockets/" + name)).toList();
    }

    private static HostInterface denied(String name) {
        var builder = Interfaces.builder(name);
        WasiWit.type(name).exports().forEach((function, type) -> {
            if (type instanceof ExternType.Func(var its)) {
                builder.func(function, implementation(name, function, its));
            }
        });
        return builder.build();
    }

    private static HostFunction implementation(String name, String function, FunctionType type) {
        if (function.equals("instance-network")) {
            return (_, _) -> new Network();
        }
        if (function.equals("network-error-code")) {
            return (_, _) -> Optional.empty();
        }
        if (type.result().orElse(null) instanceof ValueType.Result) {
            return (_, _) -> ResultValue.err("access-denied");
        }
        return (_, _) -> {
            // a method without an error to give, of a resource that no guest can have got
            throw Trap.of(Trap.Kind.HOST, name + "#" + function + ": sockets are denied");
        };
    }
}
