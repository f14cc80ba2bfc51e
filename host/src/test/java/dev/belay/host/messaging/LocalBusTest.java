package dev.belay.host.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.wasi.messaging.BusException;
import dev.belay.wasi.messaging.Message;
import dev.belay.wasi.messaging.MessageBus;
import dev.belay.wasi.messaging.SubjectPattern;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LocalBusTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private LocalBus bus = new LocalBus();

    @AfterEach
    void close() {
        bus.close();
    }

    @Test
    void messagesArriveInOrder() throws Exception {
        var got = new LinkedBlockingQueue<String>();
        subscribe("a.>", message -> got.add(text(message)));

        for (int i = 0; i < 1_000; i++) {
            publish("a.b", "" + i);
        }

        for (int i = 0; i < 1_000; i++) {
            assertThat(got.poll(30, TimeUnit.SECONDS)).isEqualTo("" + i);
        }
    }

    @Test
    void whatNobodyWantsIsGone() {
        publish("a", "x");
    }

    @Test
    void theFirstAnswerIsTheAnswer() throws Exception {
        subscribe("ask", message -> {
            for (String answer : List.of("first", "second")) {
                bus.publish(Message.of(message.replyTo().orElseThrow(), answer.getBytes(UTF_8)));
            }
        });

        assertThat(text(bus.request("ask", new byte[0], LONG))).isEqualTo("first");
    }

    @Test
    void eachRequestHasAnInboxOfItsOwn() throws Exception {
        Set<String> inboxes = ConcurrentHashMap.newKeySet();
        subscribe("ask", message -> {
            inboxes.add(message.replyTo().orElseThrow());
            bus.publish(Message.of(message.replyTo().get(), message.body()));
        });

        var requests = IntStream.range(0, 200)
                .mapToObj(i -> new FutureTask<>(() -> text(bus.request("ask", ("" + i).getBytes(UTF_8), LONG))))
                .toList();
        requests.forEach(Thread::startVirtualThread);

        for (int i = 0; i < requests.size(); i++) {
            assertThat(requests.get(i).get()).isEqualTo("" + i);
        }
        assertThat(inboxes).hasSize(200).allMatch(inbox -> inbox.startsWith("_INBOX."));
    }

    @Test
    void aRequestThatNobodyWantsFailsAtOnce() {
        assertKind(BusException.Kind.NO_RESPONDERS, () -> bus.request("ask", new byte[0], Duration.ofHours(1)));
    }

    @Test
    void aRequestThatNobodyAnswersTimesOut() throws Exception {
        var inbox = new LinkedBlockingQueue<String>();
        subscribe("ask", message -> inbox.add(message.replyTo().orElseThrow()));

        assertKind(BusException.Kind.TIMEOUT, () -> bus.request("ask", new byte[0], Duration.ofMillis(20)));
        // Too late is not an error for who answers.
        bus.publish(Message.of(inbox.take(), new byte[0]));
    }

    @Test
    void aRequesterCanBeInterrupted() throws Exception {
        var asked = new CountDownLatch(1);
        subscribe("ask", _ -> asked.countDown());
        var request = new FutureTask<>(() -> {
            assertThatThrownBy(() -> bus.request("ask", new byte[0], LONG)).isInstanceOf(InterruptedException.class);
            return true;
        });
        Thread thread = Thread.startVirtualThread(request);
        asked.await();
        thread.interrupt();

        assertThat(request.get()).isTrue();
    }

    @Test
    void oneOfAGroupGetsTheMessageAndEverybodyElseToo() throws Exception {
        var got = new LinkedBlockingQueue<String>();
        for (String name : List.of("group1", "group2", "group3")) {
            bus.subscribe(SubjectPattern.parse("a.*"), Optional.of("g"), _ -> got.add("group"));
        }
        bus.subscribe(SubjectPattern.parse(">"), Optional.of("other"), _ -> got.add("other"));
        subscribe("a.b", _ -> got.add("single"));

        publish("a.b", "x");

        assertThat(List.of(got.take(), got.take(), got.take())).containsExactlyInAnyOrder("group", "other", "single");
        bus.close();
        assertThat(got).isEmpty();
    }

    @Test
    void aGroupMemberWithoutRoomIsPassedOver() throws Exception {
        bus = new LocalBus(LocalBusSettings.defaults().withWaiting(1, 1_000));
        var busy = new Semaphore(0);
        var started = new CountDownLatch(1);
        var got = new LinkedBlockingQueue<String>();
        MessageBus.Receiver slow = _ -> {
            started.countDown();
            busy.acquireUninterruptibly();
        };
        bus.subscribe(SubjectPattern.parse("a"), Optional.of("g"), slow);
        publish("a", "runs");
        started.await();
        publish("a", "waits");
        bus.subscribe(SubjectPattern.parse("a"), Optional.of("g"), message -> got.add(text(message)));

        for (int i = 0; i < 20; i++) {
            publish("a", "" + i);
            assertThat(got.take()).isEqualTo("" + i);
        }
        busy.release(2);
    }

    @Test
    void whatFindsNoRoomIsAnErrorForWhoPublishes() throws Exception {
        bus = new LocalBus(LocalBusSettings.defaults().withWaiting(2, 1_000));
        var busy = new Semaphore(0);
        var started = new CountDownLatch(1);
        subscribe("a", _ -> {
            started.countDown();
            busy.acquireUninterruptibly();
        });
        publish("a", "runs");
        started.await();
        publish("a", "waits");
        publish("a", "waits");

        assertKind(BusException.Kind.OVERLOADED, () -> publish("a", "no room"));
        assertKind(BusException.Kind.OVERLOADED, () -> bus.request("a", new byte[0], LONG));
        busy.release(3);
    }

    @Test
    void bytesThatWaitAreBoundedToo() throws Exception {
        bus = new LocalBus(LocalBusSettings.defaults().withWaiting(1_000, 10));
        var busy = new Semaphore(0);
        var started = new CountDownLatch(1);
        subscribe("a", _ -> {
            started.countDown();
            busy.acquireUninterruptibly();
        });
        publish("a", "runs");
        started.await();
        publish("a", "larger than all that may wait, and yet let in");

        assertKind(BusException.Kind.OVERLOADED, () -> publish("a", "x"));
        busy.release(2);
    }

    @Test
    void aHugeMessageIsRefused() {
        subscribe("a", _ -> {});

        publish("a", "x".repeat(1 << 20));
        assertKind(BusException.Kind.TOO_LARGE, () -> publish("a", "x".repeat((1 << 20) + 1)));
        assertKind(BusException.Kind.TOO_LARGE, () -> bus.request("a", new byte[2 << 20], LONG));
    }

    @Test
    void aReceiverThatThrowsGetsTheNextMessage() throws Exception {
        var got = new LinkedBlockingQueue<String>();
        subscribe("a", message -> {
            if (text(message).equals("bad")) {
                throw new IllegalStateException("thrown on purpose");
            }
            got.add(text(message));
        });

        publish("a", "bad");
        publish("a", "good");

        assertThat(got.take()).isEqualTo("good");
    }

    @Test
    void aDrainGivesWhatHasArrivedAndTakesNoMore() throws Exception {
        var busy = new Semaphore(0);
        var got = new LinkedBlockingQueue<String>();
        MessageBus.Subscription subscription = subscribe("a", message -> {
            busy.acquireUninterruptibly();
            got.add(text(message));
        });
        publish("a", "1");
        publish("a", "2");

        var drained = subscription.drain(LONG);
        publish("a", "3");
        assertThat(drained).isNotDone();
        busy.release(3);

        assertThat(drained.get()).isTrue();
        assertThat(got).containsExactly("1", "2");
    }

    @Test
    void aDrainThatTakesTooLongDropsTheRest() throws Exception {
        var ended = new CountDownLatch(1);
        MessageBus.Subscription subscription = subscribe("a", _ -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException _) {
                ended.countDown();
            }
        });
        publish("a", "1");

        assertThat(subscription.drain(Duration.ofMillis(20)).get()).isFalse();
        ended.await();
    }

    @Test
    void aReceiverMayEndItsOwnSubscription() throws Exception {
        var mine = new LinkedBlockingQueue<MessageBus.Subscription>();
        var done = new CountDownLatch(1);
        mine.add(subscribe("a", _ -> {
            mine.remove().close();
            done.countDown();
        }));
        publish("a", "1");
        done.await();

        assertKind(BusException.Kind.NO_RESPONDERS, () -> bus.request("a", new byte[0], LONG));
    }

    @Test
    void aClosedBusFailsRequestsUnderWayAndAllThatFollow() throws Exception {
        var asked = new CountDownLatch(1);
        subscribe("ask", _ -> asked.countDown());
        var request = new FutureTask<>(() -> {
            assertKind(BusException.Kind.CLOSED, () -> bus.request("ask", new byte[0], LONG));
            return true;
        });
        Thread.startVirtualThread(request);
        asked.await();
        bus.close();

        assertThat(request.get()).isTrue();
        assertKind(BusException.Kind.CLOSED, () -> publish("a", "x"));
        assertKind(BusException.Kind.CLOSED, () -> subscribe("a", _ -> {}));
    }

    @Test
    void aGroupsNameHasTheSyntaxOfASubject() {
        assertThatThrownBy(() -> bus.subscribe(SubjectPattern.parse("a"), Optional.of("a b"), _ -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private MessageBus.Subscription subscribe(String subjects, MessageBus.Receiver receiver) {
        return bus.subscribe(SubjectPattern.parse(subjects), Optional.empty(), receiver);
    }

    private void publish(String subject, String text) {
        bus.publish(Message.of(subject, text.getBytes(UTF_8)));
    }

    private static String text(Message message) {
        return new String(message.body(), UTF_8);
    }

    private static void assertKind(BusException.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(BusException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }
}
