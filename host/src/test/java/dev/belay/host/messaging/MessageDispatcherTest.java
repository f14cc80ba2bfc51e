package dev.belay.host.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.host.http.Admission;
import dev.belay.wasi.messaging.Message;
import dev.belay.wasi.messaging.MessageOutcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MessageDispatcherTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void theTargetIsToldHowLongAMessageWaitedForRoom() throws Exception {
        var runs = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var arrived = new CompletableFuture<Long>();
        try (var bus = new LocalBus()) {
            MessageTarget target = (message, _, waited) -> {
                if (message.subject().equals("first")) {
                    runs.countDown();
                    await(mayEnd);
                } else {
                    arrived.complete(System.nanoTime() - waited.toNanos());
                }
                return MessageOutcome.refused("by a test");
            };
            var dispatcher = new MessageDispatcher(target, bus, new Admission(1, 0, LONG), false, (_, _, _) -> {});
            dispatcher.received(Message.of("first", new byte[0]));
            await(runs);
            Thread waiting = Thread.startVirtualThread(() -> dispatcher.received(Message.of("second", new byte[0])));
            while (waiting.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            long waits = System.nanoTime();
            mayEnd.countDown();
            assertThat(arrived.get()).isLessThanOrEqualTo(waits);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
