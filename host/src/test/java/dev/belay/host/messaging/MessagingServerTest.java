package dev.belay.host.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Trap;
import dev.belay.wasi.messaging.BusException;
import dev.belay.wasi.messaging.JavaMessageGuest;
import dev.belay.wasi.messaging.Message;
import dev.belay.wasi.messaging.MessageOutcome;
import dev.belay.wasi.messaging.MessagingLimits;
import dev.belay.wasi.messaging.MessagingState;
import dev.belay.wasi.messaging.SubjectPattern;
import dev.belay.wasi.messaging.SubjectPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MessagingServerTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final LinkedBlockingQueue<MessageOutcome> outcomes = new LinkedBlockingQueue<>();
    private final LocalBus bus = new LocalBus();
    private MessagingSettings settings = MessagingSettings.defaults();
    private MessagingState granted = MessagingState.denied();
    private MessagingServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop();
        }
        bus.close();
    }

    @Test
    void aRequestIsAnswered() throws Exception {
        serve(call -> call.answer("hello " + call.text() + " on " + call.message().subject()));

        assertThat(request("ask.me", "you")).isEqualTo("hello you on ask.me");
        assertThat(outcome().result()).isEqualTo(MessageOutcome.Result.HANDLED);
    }

    @Test
    void aTrapIsAnErrorForTheRequesterAndShowsNoMore() throws Exception {
        serve(_ -> {
            throw Trap.of(Trap.Kind.UNREACHABLE, "secret");
        });

        assertThat(request("ask.me", "")).isEqualTo("{\"error\":\"the component trapped: unreachable\"}");
        assertThat(outcome().trap()).contains(Trap.Kind.UNREACHABLE);
    }

    @Test
    void theGuestsErrorIsToldAsJson() throws Exception {
        serve(_ -> Optional.of("no \"such\"\\thing\n\u0001\ud83d\ude00\ud800"));

        assertThat(request("ask.me", ""))
                .isEqualTo("{\"error\":\"no \\\"such\\\"\\\\thing\\u000a\\u0001\ud83d\ude00\\ud800\"}");
        assertThat(outcome().result()).isEqualTo(MessageOutcome.Result.ERROR);
    }

    @Test
    void anEndlessErrorIsCutShort() throws Exception {
        serve(_ -> Optional.of("x".repeat(5_000_000)));

        assertThat(request("ask.me", "")).hasSizeLessThan(1_100);
    }

    @Test
    void whoHasAnsweredIsNotContradicted() throws Exception {
        var inbox = new LinkedBlockingQueue<String>();
        bus.subscribe(
                SubjectPattern.parse("inbox"),
                Optional.empty(),
                message -> inbox.add(new String(message.body(), UTF_8)));
        serve(call -> {
            if (call.text().equals("first")) {
                call.answer("answer");
                throw new Trap(Trap.Kind.UNREACHABLE);
            }
            return call.answer("second");
        });

        bus.publish(new Message("ask.me", "first".getBytes(UTF_8), Optional.of("inbox")));
        outcome();
        bus.publish(new Message("ask.me", "then".getBytes(UTF_8), Optional.of("inbox")));

        assertThat(List.of(inbox.take(), inbox.take())).containsExactly("answer", "second");
    }

    @Test
    void whoOnlyListensInFailsSilently() throws Exception {
        settings = settings.withErrorAnswers(false);
        serve(_ -> Optional.of("no"));

        assertThatThrownBy(() -> bus.request("ask.me", new byte[0], Duration.ofMillis(50)))
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.kind()).isEqualTo(BusException.Kind.TIMEOUT));
    }

    @Test
    void guestsSendWhatIsGranted() throws Exception {
        granted = granted.withBus(bus, SubjectPolicy.allow(List.of("ask.*")));
        serve(call -> switch (call.message().subject()) {
            case "ask.first" -> call.answer("(" + call.request("ask.second", call.text(), 10_000) + ")");
            case "ask.second" -> call.answer("[" + call.text() + "]");
            default -> {
                call.request("other", "", 10_000);
                yield Optional.empty();
            }
        });

        assertThat(request("ask.first", "x")).isEqualTo("([x])");
        assertThat(request("ask.third", "")).contains("error");
    }

    @Test
    void aHugeMessageNeverReachesTheGuest() throws Exception {
        granted = granted.withLimits(new MessagingLimits(10, LONG));
        serve(call -> call.answer("seen"));

        assertThat(request("ask.me", "x".repeat(11)))
                .isEqualTo("{\"error\":\"expected a body of at most 10 bytes, found 11\"}");
        assertThat(outcome().result()).isEqualTo(MessageOutcome.Result.REFUSED);
    }

    @Test
    void aThousandRunAtATime() throws Exception {
        var together = new CyclicBarrier(1_000);
        serve(call -> {
            together.await();
            return call.answer("ok");
        });

        var requests = IntStream.range(0, 1_000)
                .mapToObj(_ -> new FutureTask<>(() -> request("ask.me", "")))
                .toList();
        requests.forEach(Thread::startVirtualThread);

        for (FutureTask<String> each : requests) {
            assertThat(each.get()).isEqualTo("ok");
        }
    }

    @Test
    void noMoreThanMayRunAtATime() throws Exception {
        settings = settings.withRunning(3);
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        serve(call -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            Thread.yield();
            running.decrementAndGet();
            return call.answer("ok");
        });

        var requests = IntStream.range(0, 200)
                .mapToObj(_ -> new FutureTask<>(() -> request("ask.me", "")))
                .toList();
        requests.forEach(Thread::startVirtualThread);
        for (FutureTask<String> each : requests) {
            assertThat(each.get()).isEqualTo("ok");
        }

        assertThat(most.get()).isBetween(1, 3);
    }

    @Test
    void whoWaitsTooLongIsRefused() throws Exception {
        settings = settings.withRunning(1).withPatience(Duration.ofMillis(1));
        var started = new CountDownLatch(1);
        var free = new CountDownLatch(1);
        serve(call -> {
            started.countDown();
            free.await();
            return call.answer("ok");
        });
        var first = new FutureTask<>(() -> request("ask.me", ""));
        Thread.startVirtualThread(first);
        started.await();

        assertThat(request("ask.me", "")).contains("too many messages at once");
        free.countDown();
        assertThat(first.get()).isEqualTo("ok");
    }

    @Test
    void aStopLetsWhatHasArrivedFinish() throws Exception {
        settings = settings.withRunning(1);
        var started = new CountDownLatch(1);
        var free = new CountDownLatch(1);
        serve(call -> {
            started.countDown();
            free.await();
            return call.answer(call.text());
        });
        var first = new FutureTask<>(() -> request("ask.me", "first"));
        Thread.startVirtualThread(first);
        started.await();
        var inbox = new LinkedBlockingQueue<String>();
        bus.subscribe(
                SubjectPattern.parse("inbox"),
                Optional.empty(),
                message -> inbox.add(new String(message.body(), UTF_8)));
        bus.publish(new Message("ask.me", "waits".getBytes(UTF_8), Optional.of("inbox")));

        Thread stopping = Thread.ofPlatform().start(server::stop);
        while (subscribed()) {
            Thread.onSpinWait();
        }
        assertThat(stopping.isAlive()).isTrue();
        free.countDown();

        stopping.join();
        assertThat(first.get()).isEqualTo("first");
        assertThat(inbox.take()).isEqualTo("waits");
    }

    @Test
    void aStopCutsOffWhatTakesLongerThanTheDrainTimeAndTellsTheRequester() throws Exception {
        settings = settings.withDrain(Duration.ofMillis(50));
        var started = new CountDownLatch(1);
        serve(_ -> {
            started.countDown();
            Thread.sleep(Duration.ofHours(1));
            return Optional.empty();
        });
        var request = new FutureTask<>(() -> request("ask.me", ""));
        Thread.startVirtualThread(request);
        started.await();

        server.stop();

        assertThat(request.get()).isEqualTo("{\"error\":\"the component trapped: interrupted\"}");
        assertThat(server.messages()).isZero();
    }

    @Test
    void aStateThatCannotBeMadeIsAnErrorOfTheHost() throws Exception {
        server = MessagingServer.builder(JavaMessageGuest.handler(_ -> Optional.empty()))
                .bus(bus)
                .subscribe("ask.*", Optional.empty())
                .state(() -> {
                    throw new IllegalStateException("secret");
                })
                .listener((_, outcome, _) -> outcomes.add(outcome))
                .start();

        assertThat(request("ask.me", "")).isEqualTo("{\"error\":\"the host failed\"}");
        assertThat(outcome().result()).isEqualTo(MessageOutcome.Result.HOST_ERROR);
    }

    @Test
    void whatIsMissingOrWrongIsSaidAtTheStart() {
        var handler = JavaMessageGuest.handler(_ -> Optional.empty());
        assertThatThrownBy(() -> MessagingServer.builder(handler).subscribe("a", Optional.empty()).start())
                .hasMessageContaining("expected a bus");
        assertThatThrownBy(() -> MessagingServer.builder(handler).bus(bus).start())
                .hasMessageContaining("expected a subject");
        assertThatThrownBy(() -> MessagingServer.builder(handler).subscribe("a..b", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MessagingServer.builder(handler).subscribe("a", Optional.of("g g")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void serve(JavaMessageGuest guest) {
        server = MessagingServer.builder(JavaMessageGuest.handler(guest))
                .bus(bus)
                .subscribe("ask.*", Optional.empty())
                .settings(settings)
                .state(() -> InstanceState.of(MessagingState.class, granted))
                .listener((_, outcome, _) -> outcomes.add(outcome))
                .start();
    }

    private String request(String subject, String text) throws InterruptedException {
        return new String(bus.request(subject, text.getBytes(UTF_8), LONG).body(), UTF_8);
    }

    private boolean subscribed() throws InterruptedException {
        try {
            bus.request("ask.me", new byte[0], Duration.ofMillis(1));
            return true;
        } catch (BusException e) {
            return e.kind() != BusException.Kind.NO_RESPONDERS;
        }
    }

    private MessageOutcome outcome() throws InterruptedException {
        return Optional.ofNullable(outcomes.poll(30, TimeUnit.SECONDS)).orElseThrow();
    }
}
