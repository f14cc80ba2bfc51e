package dev.belay.host.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.host.wasmpay.Bank;
import dev.belay.runtime.Component;
import dev.belay.runtime.LinkedComponent;
import dev.belay.runtime.Limits;
import dev.belay.runtime.Trap;
import dev.belay.wasi.messaging.MessageBus;
import dev.belay.wasi.messaging.MessageHandler;
import dev.belay.wasi.messaging.MessageOutcome;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real components: wasmPay's harness with a bank's validator plugged in, asked by message. */
@Timeout(120)
class WasmPayTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static LinkedComponent app;

    @BeforeAll
    static void compose() throws IOException {
        app = Bank.linked("nordhaven");
    }

    @Test
    void theAppHandlesMessagesAndTheValidatorAloneDoesNot() throws IOException {
        assertThat(MessageHandler.isExportedBy(app.component())).isTrue();
        assertThat(MessageHandler.isExportedBy(
                        Component.load(Bank.validator("nordhaven"))))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "USD | {\"approved\":true,\"reason\":null}",
                "GBP | {\"approved\":false,\"reason\":\"Unsupported currency: GBP\"}"
            })
    void aTransactionIsJudgedOnTheLocalBus(String currency, String response) throws Exception {
        try (var bus = new LocalBus();
                var _ = serve(bus, "payments.nordhaven")) {
            assertThat(ask(bus, transaction(currency))).isEqualTo(response);
        }
    }

    @Test
    void aTransactionIsJudgedOverNats() throws Exception {
        try (var nats = NatsServer.start();
                var bus = NatsBus.connect(NatsSettings.of(nats.url()));
                var client = NatsBus.connect(NatsSettings.of(nats.url()));
                var server = serve(bus, "payments.*")) {
            assertThat(ask(bus, transaction("USD"))).isEqualTo("{\"approved\":true,\"reason\":null}");
            assertThat(ask(client, transaction("GBP")))
                    .isEqualTo("{\"approved\":false,\"reason\":\"Unsupported currency: GBP\"}");
            assertThat(ask(client, "no json")).startsWith("{\"error\":\"line 1, column 1: ");
            server.stop();
        }
    }

    @Test
    void manyAskAtATime() throws Exception {
        try (var bus = new LocalBus();
                var _ = serve(bus, "payments.nordhaven")) {
            var asked = IntStream.range(0, 100)
                    .mapToObj(i -> new FutureTask<>(() -> ask(bus, transaction(i % 2 == 0 ? "USD" : "X" + i))))
                    .toList();
            asked.forEach(Thread::startVirtualThread);
            for (int i = 0; i < asked.size(); i++) {
                assertThat(asked.get(i).get())
                        .contains(i % 2 == 0 ? "\"approved\":true" : "Unsupported currency: X" + i + "\"");
            }
        }
    }

    @Test
    void aGuestThatRunsOutOfMemoryTellsTheRequester() throws Exception {
        var outcomes = new LinkedBlockingQueue<MessageOutcome>();
        try (var bus = new LocalBus();
                var _ = MessagingServer.builder(app)
                        .bus(bus)
                        .subscribe("payments.nordhaven", Optional.empty())
                        .limits(Limits.defaults().withMemoryBytes(64 << 10))
                        .listener((_, outcome, _) -> outcomes.add(outcome))
                        .start()) {
            assertThat(ask(bus, transaction("USD")))
                    .isEqualTo("{\"error\":\"the component trapped: memory limit exceeded\"}");
            assertThat(outcomes.take().trap()).contains(Trap.Kind.MEMORY_LIMIT);
        }
    }

    private static MessagingServer serve(MessageBus bus, String subjects) {
        return MessagingServer.builder(app)
                .bus(bus)
                .subscribe(subjects, Optional.of("validators"))
                .start();
    }

    private static String ask(MessageBus bus, String text) throws InterruptedException {
        return new String(bus.request("payments.nordhaven", text.getBytes(UTF_8), LONG).body(), UTF_8);
    }

    private static String transaction(String currency) {
        return Bank.transaction(currency, "rent");
    }
}
