package dev.belay.host.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.runtime.Trap;
import dev.belay.wasi.messaging.BusException;
import dev.belay.wasi.messaging.JavaMessageGuest;
import dev.belay.wasi.messaging.Message;
import dev.belay.wasi.messaging.MessageBus;
import dev.belay.wasi.messaging.SubjectPattern;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.impl.Headers;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class NatsBusTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private NatsServer nats;
    private NatsBus bus;

    @BeforeEach
    void connect() throws Exception {
        nats = NatsServer.start();
        bus = NatsBus.connect(settings());
    }

    @AfterEach
    void disconnect() throws Exception {
        if (bus != null) {
            bus.close();
        }
        if (nats != null) {
            nats.close();
        }
    }

    @Test
    void aRequestIsAnsweredByAServedGuest() throws Exception {
        try (var _ = serve(call -> call.answer("hello " + call.text()));
                var client = NatsBus.connect(settings())) {
            assertThat(request(client, "ask.me", "you")).isEqualTo("hello you");
        }
    }

    @Test
    void aGuestThatTrapsHarmsNobodyElse() throws Exception {
        try (var _ = serve(call -> {
            if (call.text().equals("trap")) {
                throw new Trap(Trap.Kind.UNREACHABLE);
            }
            return call.answer("fine");
        })) {
            assertThat(request(bus, "ask.me", "trap"))
                    .isEqualTo("{\"error\":\"the component trapped: unreachable\"}");
            assertThat(request(bus, "ask.me", "")).isEqualTo("fine");
        }
    }

    @Test
    void aRequestThatNobodyWantsFailsAtOnce() {
        assertKind(BusException.Kind.NO_RESPONDERS, () -> bus.request("ask", new byte[0], Duration.ofMinutes(1)));
    }

    @Test
    void aRequestThatNobodyAnswersTimesOut() {
        bus.subscribe(SubjectPattern.parse("ask"), Optional.empty(), _ -> {});
        assertKind(BusException.Kind.TIMEOUT, () -> bus.request("ask", new byte[0], Duration.ofMillis(50)));
    }

    @Test
    void oneOfAGroupGetsTheMessage() throws Exception {
        var got = new LinkedBlockingQueue<String>();
        try (var other = NatsBus.connect(settings())) {
            for (NatsBus each : List.of(bus, other)) {
                each.subscribe(SubjectPattern.parse("a.*"), Optional.of("g"), message -> got.add(text(message)));
                barrier(each);
            }
            for (int i = 0; i < 100; i++) {
                bus.publish(Message.of("a.b", ("" + i).getBytes(UTF_8)));
            }
            var all = new java.util.TreeSet<String>();
            for (int i = 0; i < 100; i++) {
                all.add(got.poll(30, TimeUnit.SECONDS));
            }
            assertThat(all).hasSize(100);
        }
        assertThat(got).isEmpty();
    }

    @Test
    void aHugeMessageIsRefused() {
        assertKind(
                BusException.Kind.TOO_LARGE, () -> bus.publish(Message.of("a", new byte[(1 << 20) + 1])));
        assertKind(BusException.Kind.TOO_LARGE, () -> bus.request("a", new byte[(1 << 20) + 1], LONG));
    }

    @Test
    void aMessageOfTheLargestSizeArrivesWhole() throws Exception {
        byte[] body = new byte[1 << 20];
        IntStream.range(0, body.length).forEach(i -> body[i] = (byte) (i * 31 >> 5));
        bus.subscribe(
                SubjectPattern.parse("ask"),
                Optional.empty(),
                message -> bus.publish(Message.of(message.replyTo().orElseThrow(), message.body())));

        assertThat(bus.request("ask", body, LONG).body()).isEqualTo(body);
    }

    @Test
    void subjectsOfOthersThatAreNoneAreDroppedAndHeadersLeftBehind() throws Exception {
        var got = new LinkedBlockingQueue<Message>();
        bus.subscribe(SubjectPattern.parse("a.*"), Optional.empty(), got::add);
        barrier(bus);
        var raw = Nats.connect(Options.builder().server(nats.url()).supportUTF8Subjects().build());
        try {
            raw.publish("a.ä", "bad".getBytes(UTF_8));
            raw.publish("a.b", new Headers().add("x", "y"), "good".getBytes(UTF_8));
            raw.publish("a.c", null);
            raw.flush(LONG);
        } finally {
            raw.close();
        }

        assertThat(text(got.take())).isEqualTo("good");
        assertThat(got.take().body()).isEmpty();
    }

    @Test
    void aServerThatIsKilledAndStartedAgainIsFoundAgain() throws Exception {
        try (var _ = serve(call -> call.answer("back"))) {
            assertThat(request(bus, "ask.me", "")).isEqualTo("back");
            nats.kill();
            awaitConnected(false);
            var asked = new FutureTask<>(() -> askUntilAnswered("ask.me"));
            Thread.startVirtualThread(asked);

            nats = NatsServer.start(nats.port());

            awaitConnected(true);
            assertThat(request(bus, "ask.me", "")).isEqualTo("back");
            assertThat(asked.get()).isEqualTo("back");
        }
    }

    @Test
    void withoutAServerPublishingFailsWhenNoMoreCanBeKept() throws Exception {
        bus.close();
        bus = NatsBus.connect(settings().withReconnect(Duration.ofMillis(20), 2_000));
        nats.kill();
        awaitConnected(false);

        assertKind(BusException.Kind.NOT_CONNECTED, () -> {
            for (int i = 0; i < 100; i++) {
                bus.publish(Message.of("a", new byte[100]));
            }
        });
    }

    @Test
    void aDrainGivesWhatHasArrived() throws Exception {
        var free = new Semaphore(0);
        var started = new CountDownLatch(1);
        var got = new LinkedBlockingQueue<String>();
        MessageBus.Subscription subscription =
                bus.subscribe(SubjectPattern.parse("a"), Optional.empty(), message -> {
                    started.countDown();
                    free.acquireUninterruptibly();
                    got.add(text(message));
                });
        bus.publish(Message.of("a", "1".getBytes(UTF_8)));
        bus.publish(Message.of("a", "2".getBytes(UTF_8)));
        started.await();
        barrier(bus);

        var drained = subscription.drain(LONG);
        free.release(2);

        assertThat(drained.get()).isTrue();
        assertThat(got).containsExactly("1", "2");
    }

    @Test
    void aStoppedServerHasAnsweredWhatHadArrived() throws Exception {
        var started = new CountDownLatch(1);
        var free = new CountDownLatch(1);
        MessagingServer server = serve(call -> {
            started.countDown();
            free.await();
            return call.answer("done");
        });
        var request = new FutureTask<>(() -> request(bus, "ask.me", ""));
        Thread.startVirtualThread(request);
        started.await();
        Thread stopping = Thread.ofPlatform().start(server::stop);
        free.countDown();

        stopping.join();
        assertThat(request.get()).isEqualTo("done");
        assertKind(BusException.Kind.NO_RESPONDERS, () -> bus.request("ask.me", new byte[0], LONG));
    }

    @Test
    void aStopWithoutAConnectionDoesNotWaitForOne() throws Exception {
        MessagingServer server = serve(call -> call.answer("never"));
        nats.kill();
        awaitConnected(false);
        long start = System.nanoTime();

        server.stop();
        bus.close();

        // Both would wait for half a minute each.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void aClosedBusSaysSo() {
        bus.close();
        assertKind(BusException.Kind.CLOSED, () -> bus.publish(Message.of("a", new byte[0])));
        assertKind(BusException.Kind.CLOSED, () -> bus.request("a", new byte[0], LONG));
        assertKind(
                BusException.Kind.CLOSED, () -> bus.subscribe(SubjectPattern.parse("a"), Optional.empty(), _ -> {}));
    }

    @Test
    void whyThereIsNoConnectionIsSaidInOneLineWithoutThePassword() throws Exception {
        int unused;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unused = socket.getLocalPort();
        }
        assertThatThrownBy(() -> NatsBus.connect(NatsSettings.of("nats://me:secret@127.0.0.1:" + unused)))
                .isInstanceOf(NatsException.class)
                .hasMessageContaining("cannot connect to NATS at nats://127.0.0.1:" + unused + ": Connection refused")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret").hasLineCount(1));
        assertThatThrownBy(() -> NatsSettings.of("http://me:secret@host"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 'http://host'");
    }

    @Test
    void whoIsNotLetInIsTold() throws Exception {
        try (var guarded = NatsServer.start("--user", "me", "--pass", "right")) {
            assertThatThrownBy(() -> NatsBus.connect(NatsSettings.of("nats://me:wrong@127.0.0.1:" + guarded.port())))
                    .isInstanceOf(NatsException.class)
                    .hasMessageContaining("Authorization Violation")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("wrong").hasLineCount(1));
            try (var let = NatsBus.connect(NatsSettings.of("nats://me:right@127.0.0.1:" + guarded.port()))) {
                assertThat(let.isConnected()).isTrue();
            }
        }
    }

    private NatsSettings settings() {
        return NatsSettings.of(nats.url()).withReconnect(Duration.ofMillis(20), 1 << 20);
    }

    private MessagingServer serve(JavaMessageGuest guest) throws InterruptedException {
        MessagingServer server = MessagingServer.builder(JavaMessageGuest.handler(guest))
                .bus(bus)
                .subscribe("ask.*", Optional.of("g"))
                .start();
        barrier(bus);
        return server;
    }

    /** When an answer has come over a connection, the server knows all that was said on it before. */
    private static void barrier(NatsBus bus) throws InterruptedException {
        assertKind(BusException.Kind.NO_RESPONDERS, () -> bus.request("nobody.here", new byte[0], LONG));
    }

    private void awaitConnected(boolean is) {
        while (bus.isConnected() != is) {
            Thread.onSpinWait();
        }
    }

    private static String request(NatsBus bus, String subject, String text) throws InterruptedException {
        return new String(bus.request(subject, text.getBytes(UTF_8), LONG).body(), UTF_8);
    }

    /** What is on its way at the very moment that the connection breaks is lost: delivery is at most once. */
    private String askUntilAnswered(String subject) throws InterruptedException {
        while (true) {
            try {
                return new String(bus.request(subject, new byte[0], Duration.ofSeconds(1)).body(), UTF_8);
            } catch (BusException e) {
                assertThat(e.kind()).isIn(BusException.Kind.TIMEOUT, BusException.Kind.NO_RESPONDERS);
            }
        }
    }

    private static String text(Message message) {
        return new String(message.body(), UTF_8);
    }

    private static void assertKind(BusException.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(BusException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }
}
