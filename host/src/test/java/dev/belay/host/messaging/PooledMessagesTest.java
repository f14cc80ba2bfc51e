package dev.belay.host.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.runtime.Component;
import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Limits;
import dev.belay.runtime.LinkedComponent;
import dev.belay.runtime.Linker;
import dev.belay.runtime.Trap;
import dev.belay.wasi.Wasi;
import dev.belay.wasi.http.HttpInterfaces;
import dev.belay.wasi.instances.InstancePool;
import dev.belay.wasi.messaging.Message;
import dev.belay.wasi.messaging.MessageHandler;
import dev.belay.wasi.messaging.MessageOutcome;
import dev.belay.wasi.messaging.MessagingInterfaces;
import dev.belay.wasi.messaging.SubjectPattern;
import io.nats.client.Nats;
import io.nats.client.api.StreamConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Messages that are handled in the same instance: a component that counts its calls says in which. */
@Timeout(120)
class PooledMessagesTest {
    private static final LinkedComponent COUNT = count();
    private static final Limits LIMITS = Limits.forRequests();

    private final LocalBus bus = new LocalBus();
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final InstancePool pool = new InstancePool(COUNT, 1, 4);
    private final MessageHandler handler = MessageHandler.of(pool);

    private static LinkedComponent count() {
        try {
            return new Linker()
                    .define(Wasi.interfaces())
                    .define(HttpInterfaces.all())
                    .define(MessagingInterfaces.all())
                    .link(Component.load(Path.of("..", "examples", "guests", "call-count", "call-count.wasm")));
        } catch (IOException e) {
            throw new IllegalStateException("expected the guest call-count in examples/guests", e);
        }
    }

    @BeforeEach
    void listen() {
        bus.subscribe(SubjectPattern.parse("answers.*"), Optional.empty(), message ->
                answers.add(message.subject() + " " + new String(message.body(), UTF_8)));
    }

    @AfterEach
    void stop() {
        bus.close();
    }

    private MessageOutcome handle(String body, String replyTo, Limits limits) {
        return handler.handle(
                new Message("count", body.getBytes(UTF_8), Optional.of(replyTo)), bus, InstanceState.empty(), limits);
    }

    private String answer(String body) throws InterruptedException {
        assertThat(handle(body, "answers.a", LIMITS).answered()).isTrue();
        return answers.poll(30, TimeUnit.SECONDS);
    }

    @Test
    void anInstanceIsUsedAgainAndNotForEver() throws Exception {
        for (int calls : List.of(1, 2, 3, 4, 1)) {
            assertThat(answer("count")).isEqualTo("answers.a " + calls);
        }
        assertThat(handle("error", "answers.a", LIMITS).message()).isEqualTo("call 2");
        assertThat(answer("count")).as("after an error that the component returned").isEqualTo("answers.a 3");
    }

    @Test
    void oneThatTrapsOrTakesTooLongIsThrownAway() throws Exception {
        assertThat(answer("count")).isEqualTo("answers.a 1");
        assertThat(handle("trap", "answers.a", LIMITS).trap()).contains(Trap.Kind.UNREACHABLE);
        assertThat(pool.counts().idle()).isZero();
        assertThat(answer("count")).isEqualTo("answers.a 1");

        assertThat(handle("loop", "answers.a", LIMITS.withDeadline(Duration.ofMillis(20))).trap()).contains(Trap.Kind.DEADLINE);
        assertThat(answer("count")).as("with the deadline of its own call").isEqualTo("answers.a 1");
        assertThat(answer("count")).isEqualTo("answers.a 2");
    }

    @Test
    void itMayAnswerTheMessageThatItHandlesAndNoneBefore() throws Exception {
        assertThat(answer("count")).isEqualTo("answers.a 1");

        MessageOutcome late = handle("late", "answers.b", LIMITS);
        assertThat(late.result()).isEqualTo(MessageOutcome.Result.ERROR);
        assertThat(late.message()).startsWith("messaging is not granted: nothing may be sent to 'answers.a'");
        assertThat(answer("count")).isEqualTo("answers.a 3");
    }

    @Test
    void noneIsKeptWhileNothingIsExpected() throws Exception {
        assertThat(answer("count")).isEqualTo("answers.a 1");
        assertThat(pool.counts().idle()).isEqualTo(1);
        pool.rest();
        assertThat(pool.counts().idle()).isZero();
        assertThat(answer("count")).isEqualTo("answers.a 1");
        assertThat(pool.counts().idle()).isEqualTo(1);

        pool.use(InstanceState.empty(), LIMITS, _ -> {
            pool.rest();
            return Optional.empty();
        });
        assertThat(pool.counts().idle()).as("of one that was at work then").isZero();
    }

    @Test
    void messagesOfAStreamAreHandledInThePool(@TempDir Path directory) throws Exception {
        try (NatsServer server = NatsServer.start("-js", "-sd", directory.toString());
                NatsBus nats = NatsBus.connect(NatsSettings.of(server.url()));
                var client = Nats.connect(server.url())) {
            client.jetStreamManagement()
                    .addStream(StreamConfiguration.builder().name("ORDERS").subjects("orders.>").build());
            BlockingQueue<String> ends = new LinkedBlockingQueue<>();
            try (var _ = nats.durables().consume(twice(), message -> {
                MessageOutcome outcome = handler.handle(message, nats, InstanceState.empty(), LIMITS);
                ends.add(outcome.trap().map(Trap.Kind::wording).orElse(outcome.message()));
                return Optional.of("it failed");
            }, (_, _) -> {})) {
                for (String body : List.of("error", "trap", "error")) {
                    client.jetStream().publish("orders.new", body.getBytes(UTF_8));
                    List<String> expected =
                            body.equals("trap") ? List.of("unreachable", "unreachable") : List.of("call 1", "call 2");
                    assertThat(List.of(ends.poll(30, TimeUnit.SECONDS), ends.poll(30, TimeUnit.SECONDS))).isEqualTo(expected);
                }
            }
        }
    }

    /** Each message is delivered so often. */
    private static DurableSettings twice() {
        return new DurableSettings(
                "ORDERS", "shop", "orders.new", 2, Duration.ofSeconds(30), Duration.ofMillis(20), Optional.empty(), 1);
    }
}
