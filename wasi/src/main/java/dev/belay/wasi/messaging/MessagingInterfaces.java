package dev.belay.wasi.messaging;

import dev.belay.runtime.HostCall;
import dev.belay.runtime.HostInterface;
import dev.belay.runtime.value.ResultValue;
import dev.belay.wasi.PackageWit;
import java.util.List;
import java.util.function.Supplier;

/** {@code wasmcloud:messaging}: types and consumer. What an instance may send is in its {@link MessagingState}. */
public final class MessagingInterfaces {
    private static final String CONSUMER = "wasmcloud:messaging/consumer";
    private static final String TYPES = "wasmcloud:messaging/types";

    private MessagingInterfaces() {}

    private static final class Holder {
        static final PackageWit WIT = PackageWit.beside(MessagingInterfaces.class, "messaging.wit", "0.2.0");
        static final List<HostInterface> ALL = List.of(WIT.builder(TYPES).build(), consumer());
    }

    /** Every interface; they hold no state. */
    public static List<HostInterface> all() {
        return Holder.ALL;
    }

    private static HostInterface consumer() {
        return Holder.WIT.builder(CONSUMER)
                .func("request", (call, args) -> result(() -> ResultValue.ok(BrokerMessage.of(
                        sending(call).request((String) args[0], (byte[]) args[1], (Long) args[2])))))
                .func("publish", (call, args) -> result(() -> {
                    sending(call).publish(BrokerMessage.from(args[0]));
                    return ResultValue.ok();
                }))
                .build();
    }

    private static Sending sending(HostCall call) {
        return new Sending(
                call.instance().state().find(MessagingState.class).orElse(MessagingState.denied()), Answer.of(call.instance()));
    }

    private static ResultValue result(Supplier<ResultValue> operation) {
        try {
            return operation.get();
        } catch (Sending.Refused | BusException why) {
            return ResultValue.err(String.valueOf(why.getMessage()));
        }
    }
}
