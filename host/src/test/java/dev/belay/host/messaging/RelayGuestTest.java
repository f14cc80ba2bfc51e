package dev.belay.host.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.runtime.Component;
import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Limits;
import dev.belay.runtime.Linker;
import dev.belay.runtime.Trap;
import dev.belay.wasi.messaging.Message;
import dev.belay.wasi.messaging.MessageOutcome;
import dev.belay.wasi.messaging.MessagingInterfaces;
import dev.belay.wasi.messaging.MessagingState;
import dev.belay.wasi.messaging.SubjectPattern;
import dev.belay.wasi.messaging.SubjectPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A real component, good or bad as a message tells it to be. */
@Timeout(60)
class RelayGuestTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Path GUEST = Path.of(
            System.getProperty("belay.root", "."), "examples", "guests", "message-relay", "message-relay.wasm");

    private final LinkedBlockingQueue<MessageOutcome> outcomes = new LinkedBlockingQueue<>();
    private final LocalBus bus = new LocalBus();
    private MessagingServer server;

    @BeforeEach
    void serve() throws Exception {
        start(Limits.defaults().withMemoryBytes(16 << 20));
    }

    private void start(Limits limits) throws Exception {
        MessagingState granted =
                MessagingState.denied().withBus(bus, SubjectPolicy.allow(List.of("relay", "other.>")));
        server = MessagingServer.builder(
                        new Linker().define(MessagingInterfaces.all()).link(Component.load(GUEST)))
                .bus(bus)
                .subscribe("relay", Optional.empty())
                .limits(limits)
                .state(() -> InstanceState.of(MessagingState.class, granted))
                .listener((_, outcome, _) -> outcomes.add(outcome))
                .start();
    }

    @AfterEach
    void stop() {
        server.stop();
        bus.close();
    }

    @Test
    void itsRequestsAreAnswered() throws Exception {
        assertThat(ask("request relay 10000 echo häuser")).matches("_INBOX\\..* said häuser");
    }

    @Test
    void whyItsRequestWasNotAnsweredIsForItToTell() throws Exception {
        bus.subscribe(SubjectPattern.parse("other.silent"), Optional.empty(), _ -> {});

        assertThat(ask("request other.nobody 10000 x")).startsWith("no answer: no responders");
        assertThat(ask("request other.silent 20 x")).startsWith("no answer: timed out");
        assertThat(ask("request secret 10000 x")).startsWith("no answer: messaging is not granted for 'secret'");
        assertThat(ask("request other.* 10000 x")).startsWith("no answer: expected a subject without wildcards");
    }

    @Test
    void whatItPublishesArrivesIfItMay() throws Exception {
        var got = new LinkedBlockingQueue<Message>();
        bus.subscribe(SubjectPattern.parse("other.place"), Optional.empty(), got::add);

        assertThat(ask("publish other.place hello")).isEqualTo("published");
        assertThat(got.take().body()).isEqualTo("hello".getBytes(UTF_8));
        assertThat(ask("publish secret hello")).startsWith("not published: messaging is not granted");
    }

    @Test
    void itsFailuresAreToldAndHarmNobodyElse() throws Exception {
        assertThat(ask("trap")).isEqualTo("{\"error\":\"the component trapped: unreachable\"}");
        assertThat(ask("error out of \"luck\"")).isEqualTo("{\"error\":\"out of \\\"luck\\\"\"}");
        assertThat(ask("grow")).startsWith("{\"error\":\"the component trapped: ");
        assertThat(ask("echo fine")).isEqualTo("fine");
    }

    @Test
    void whatTakesTooLongIsStoppedWhetherItRunsOrWaits() throws Exception {
        server.stop();
        start(Limits.defaults().withDeadline(Duration.ofMillis(300)));
        bus.subscribe(SubjectPattern.parse("other.silent"), Optional.empty(), _ -> {});

        for (String endless : List.of("loop", "request other.silent 30000 x")) {
            assertThat(ask(endless)).isEqualTo("{\"error\":\"the component trapped: deadline exceeded\"}");
            assertThat(outcomes.poll(30, TimeUnit.SECONDS).trap()).contains(Trap.Kind.DEADLINE);
        }
    }

    private String ask(String text) throws InterruptedException {
        return new String(bus.request("relay", text.getBytes(UTF_8), LONG).body(), UTF_8);
    }
}
