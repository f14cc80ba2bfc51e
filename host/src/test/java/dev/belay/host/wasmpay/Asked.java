package dev.belay.host.wasmpay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.belay.host.messaging.LocalBus;
import dev.belay.host.messaging.MessagingServer;
import dev.belay.runtime.InstanceState;
import dev.belay.runtime.LinkedComponent;
import dev.belay.wasi.WasiContext;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** A bank behind its harness, asked by message, and what it wrote to standard error. */
final class Asked implements AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final LocalBus bus = new LocalBus();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final MessagingServer server;

    Asked(LinkedComponent bank, Map<String, String> variables, LongSupplier clock) {
        server = MessagingServer.builder(bank)
                .bus(bus)
                .subscribe("bank", Optional.empty())
                .state(() -> InstanceState.of(
                        WasiContext.class,
                        WasiContext.builder().environment(variables).monotonicClock(clock).stderr(errors).build()))
                .start();
    }

    static Asked of(LinkedComponent bank) {
        return new Asked(bank, Map.of("WASMPAY_LOG", "off"), () -> 0);
    }

    String answer(String body) throws InterruptedException {
        return answer(body.getBytes(UTF_8));
    }

    String answer(byte[] body) throws InterruptedException {
        return new String(bus.request("bank", body, LONG).body(), UTF_8);
    }

    List<String> errorLines() {
        return errors.toString(UTF_8).lines().toList();
    }

    @Override
    public void close() {
        server.close();
        bus.close();
    }
}
