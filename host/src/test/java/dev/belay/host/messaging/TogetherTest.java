package dev.belay.host.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TogetherTest {
    @Test
    void someAreAskedForAtATimeAndAllInTheEnd() throws Exception {
        var first = new CountDownLatch(Together.AT_A_TIME);
        var most = new AtomicInteger();
        var now = new AtomicInteger();
        Set<Integer> seen = ConcurrentHashMap.newKeySet();
        Together.each(IntStream.range(0, 100).boxed().toList(), i -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            first.countDown();
            first.await();
            seen.add(i);
            now.decrementAndGet();
        });
        assertThat(seen).hasSize(100);
        assertThat(most).hasValue(Together.AT_A_TIME);
    }

    @Test
    void noMoreIsBegunAfterOneThatFailed() {
        var begun = new AtomicInteger();
        var failing = new CompletableFuture<Thread>();
        assertThatThrownBy(() -> Together.each(IntStream.range(0, 1_000).boxed().toList(), i -> {
                    begun.incrementAndGet();
                    if (i == 3) {
                        failing.complete(Thread.currentThread());
                        throw new IllegalStateException("it is full");
                    }
                    failing.join().join();
                }))
                .hasMessage("it is full");
        assertThat(begun.get()).isLessThanOrEqualTo(Together.AT_A_TIME);
    }

    @Test
    void whoIsInterruptedEndsThem() throws Exception {
        var waiting = new CountDownLatch(2);
        var ended = new CountDownLatch(2);
        Thread asking = Thread.startVirtualThread(() -> {
            try {
                Together.each(Set.of("a", "b"), _ -> {
                    waiting.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } finally {
                        ended.countDown();
                    }
                });
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        waiting.await();
        asking.interrupt();
        asking.join();
        ended.await();
    }

    @Test
    void nothingIsNothing() throws Exception {
        Together.each(Set.of(), _ -> {
            throw new IllegalStateException();
        });
    }
}
