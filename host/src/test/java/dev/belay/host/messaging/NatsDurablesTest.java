package dev.belay.host.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.api.StreamConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class NatsDurablesTest {
    @TempDir
    private Path directory;

    private NatsServer nats;
    private NatsBus bus;
    private Connection client;

    @BeforeEach
    void connect() throws Exception {
        nats = NatsServer.start("-js", "-sd", directory.toString());
        bus = NatsBus.connect(NatsSettings.of(nats.url()).withReconnect(Duration.ofMillis(50), 1 << 20).withDrain(Duration.ofSeconds(5)));
        client = Nats.connect(new Options.Builder()
                .server(nats.url())
                .maxReconnects(-1)
                .reconnectWait(Duration.ofMillis(50))
                .build());
        client.jetStreamManagement()
                .addStream(StreamConfiguration.builder().name("ORDERS").subjects("orders.>").build());
    }

    @AfterEach
    void disconnect() throws Exception {
        if (client != null) {
            client.close();
        }
        if (bus != null) {
            bus.close();
        }
        if (nats != null) {
            nats.close();
        }
    }

    private static DurableSettings settings(int attempts, Optional<String> deadLetter) {
        return new DurableSettings(
                "ORDERS", "shop", "orders.new", attempts, Duration.ofSeconds(5), Duration.ofMillis(20), deadLetter, 4);
    }

    private void publish(String text) throws Exception {
        client.jetStream().publish("orders.new", text.getBytes(UTF_8));
    }

    /** A server that has just come back may not answer for a while. */
    private void publishAtLast(String text) throws Exception {
        while (true) {
            try {
                publish(text);
                return;
            } catch (IOException _) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void whatWasPublishedBeforeIsHandled() throws Exception {
        publish("one");
        publish("two");
        BlockingQueue<String> handled = new LinkedBlockingQueue<>();
        try (var _ = bus.durables().consume(settings(3, Optional.empty()), message -> {
            handled.add(new String(message.body(), UTF_8));
            return Optional.empty();
        }, (_, _) -> {})) {
            assertThat(List.of(handled.poll(30, TimeUnit.SECONDS), handled.poll(30, TimeUnit.SECONDS)))
                    .containsExactlyInAnyOrder("one", "two");
        }
    }

    @Test
    void oneAtATimeAllAreHandled() throws Exception {
        var one = new DurableSettings(
                "ORDERS", "shop", "orders.new", 1, Duration.ofSeconds(30), Duration.ofMillis(20), Optional.empty(), 1);
        BlockingQueue<String> handled = new LinkedBlockingQueue<>();
        try (var _ = bus.durables().consume(one, message -> {
            handled.add(new String(message.body(), UTF_8));
            return Optional.empty();
        }, (_, _) -> {})) {
            for (String text : List.of("one", "two", "three")) {
                publish(text);
            }
            for (String text : List.of("one", "two", "three")) {
                assertThat(handled.poll(20, TimeUnit.SECONDS)).isEqualTo(text);
            }
        }
    }

    @Test
    void whatFailedComesAgain() throws Exception {
        var times = new AtomicInteger();
        BlockingQueue<String> handled = new LinkedBlockingQueue<>();
        try (var _ = bus.durables().consume(settings(5, Optional.empty()), message -> {
            handled.add(new String(message.body(), UTF_8));
            return times.incrementAndGet() < 3 ? Optional.of("not yet") : Optional.empty();
        }, (_, _) -> {})) {
            publish("again");
            for (int i = 0; i < 3; i++) {
                assertThat(handled.poll(30, TimeUnit.SECONDS)).isEqualTo("again");
            }
        }
        var consumer = client.getStreamContext("ORDERS").getConsumerContext("shop");
        while (consumer.getConsumerInfo().getNumAckPending() > 0) {
            Thread.onSpinWait();
        }
        assertThat(times).hasValue(3);
    }

    @Test
    void whatAlwaysFailsGoesToItsOwnSubject() throws Exception {
        var dead = client.subscribe("dead.orders");
        client.flush(Duration.ofSeconds(10));
        try (var _ = bus.durables().consume(
                settings(2, Optional.of("dead.orders")), _ -> Optional.of("never"), (_, _) -> {})) {
            publish("bad");
            var letter = dead.nextMessage(Duration.ofSeconds(30));
            assertThat(letter).isNotNull();
            assertThat(new String(letter.getData(), UTF_8)).isEqualTo("bad");
            assertThat(letter.getHeaders().getFirst("Belay-Subject")).isEqualTo("orders.new");
            assertThat(letter.getHeaders().getFirst("Belay-Deliveries")).isEqualTo("2");
            assertThat(letter.getHeaders().getFirst("Belay-Error")).isEqualTo("never");
        }
    }

    /** What a host that was killed had under way is no attempt that failed. */
    @Test
    void whatNobodyHandledToItsEndComesAgainHoweverOftenItWasTaken() throws Exception {
        var settings = new DurableSettings(
                "ORDERS", "shop", "orders.new", 1, Duration.ofMillis(200), Duration.ofMillis(20), Optional.empty(), 4);
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        try (var _ = bus.durables().consume(settings, _ -> Optional.empty(), (_, text) -> told.add(text))) {
            assertThat(told.poll(30, TimeUnit.SECONDS)).startsWith("takes messages");
        }
        publish("held");
        var taken = client.getStreamContext("ORDERS").getConsumerContext("shop");
        for (int i = 0; i < 3; i++) {
            assertThat(taken.next(Duration.ofSeconds(30))).isNotNull();
        }
        BlockingQueue<String> handled = new LinkedBlockingQueue<>();
        try (var _ = bus.durables().consume(settings, message -> {
            handled.add(new String(message.body(), UTF_8));
            return Optional.empty();
        }, (_, _) -> {})) {
            assertThat(handled.poll(30, TimeUnit.SECONDS)).isEqualTo("held");
        }
    }

    @Test
    void aServerThatComesBackLosesNothing() throws Exception {
        Set<String> handled = ConcurrentHashMap.newKeySet();
        try (var _ = bus.durables().consume(settings(100, Optional.empty()), message -> {
            handled.add(new String(message.body(), UTF_8));
            return Optional.empty();
        }, (_, _) -> {})) {
            for (int round = 0; round < 3; round++) {
                for (int i = 0; i < 20; i++) {
                    publishAtLast(round + "-" + i);
                }
                int port = nats.port();
                nats.kill();
                nats = NatsServer.start(port, "-js", "-sd", directory.toString());
                while (client.getStatus() != Connection.Status.CONNECTED) {
                    Thread.onSpinWait();
                }
            }
            publishAtLast("last");
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (handled.size() < 61 && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertThat(handled).hasSize(61);
        }
    }

    @Test
    void aStreamThatIsMissingIsToldOnceAndTakenWhenItIsThere() throws Exception {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        var settings = new DurableSettings(
                "LATER", "shop", "later.>", 1, Duration.ofSeconds(5), Duration.ofMillis(20), Optional.empty(), 4);
        try (var _ = bus.durables().consume(settings, _ -> Optional.empty(), (level, text) -> told.add(level + " " + text))) {
            assertThat(told.poll(30, TimeUnit.SECONDS)).startsWith("error cannot take messages: ");
            client.jetStreamManagement().addStream(StreamConfiguration.builder().name("LATER").subjects("later.>").build());
            assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo("info takes messages on later.>");
        }
    }
}
