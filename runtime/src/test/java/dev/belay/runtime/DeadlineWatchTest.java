package dev.belay.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadlineWatchTest {
    private static final int NANOS = 100;
    private static final int CALLERS = 3;
    private static final int CALLS = 50_000;

    private final ConcurrentLinkedQueue<DeadlineWatch> added = new ConcurrentLinkedQueue<>();
    private final DeadlineWatch watch = new DeadlineWatch(NANOS, added::add);

    @AfterEach
    void nothingIsLeftOfAnInterruption() {
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void aCallIsInterruptedWhenItsTimeIsOver() {
        watch.start();
        watch.look(1_000);
        watch.look(1_000 + NANOS - 1);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        watch.look(1_000 + NANOS);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(watch.stop()).isTrue();
        assertThat(watch.stop()).isFalse();
    }

    @Test
    void eachCallHasItsOwnTime() {
        watch.start();
        watch.look(1_000);
        assertThat(watch.stop()).isFalse();
        watch.start();
        watch.look(1_000 + NANOS);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(watch.stop()).isFalse();
    }

    @Test
    void anInterruptionIsRepeatedUntilTheCallEnds() {
        watch.start();
        watch.look(1_000);
        for (int i = 0; i < 3; i++) {
            watch.look(2_000);
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(watch.stop()).isTrue();
        watch.look(3_000);
    }

    @Test
    void manyCallsAreListedOnceAndAfterAPauseAgain() {
        for (int i = 0; i < 10; i++) {
            watch.start();
            watch.stop();
        }
        assertThat(added).containsExactly(watch);
        assertThat(watch.look(1_000)).isFalse();
        watch.start();
        assertThat(added).containsExactly(watch, watch);
        assertThat(watch.look(1_000)).isTrue();
        watch.stop();
    }

    /** Calls that end just when they are interrupted, from several threads that do other work in between. */
    @Test
    void noInterruptionOutlivesItsCall() throws Exception {
        var done = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(CALLERS + 1)) {
            Future<?> watchdog = threads.submit(() -> watchUntil(done));
            var callers = new ArrayList<Future<Integer>>();
            for (int i = 0; i < CALLERS; i++) {
                callers.add(threads.submit(this::calls));
            }
            int late = sum(callers);
            done.set(true);
            watchdog.get();
            assertThat(late).as("calls that were interrupted").isPositive();
        }
    }

    private void watchUntil(AtomicBoolean done) {
        var watched = new ArrayList<DeadlineWatch>();
        while (!done.get()) {
            for (DeadlineWatch each = added.poll(); each != null; each = added.poll()) {
                assertThat(watched).doesNotContain(each);
                watched.add(each);
            }
            long now = System.nanoTime();
            watched.removeIf(each -> !each.look(now));
        }
    }

    private int calls() {
        var mine = new DeadlineWatch(1, added::add);
        int late = 0;
        for (int i = 0; i < CALLS; i++) {
            mine.start();
            boolean mustBeLate = i % 1_000 == 0;
            while (mustBeLate && !Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            boolean wasLate = mine.stop();
            late += wasLate ? 1 : 0;
            if (mustBeLate && !wasLate || Thread.currentThread().isInterrupted()) {
                throw new AssertionError("call " + i + " was late: " + wasLate + ", and is interrupted after its end: "
                        + Thread.currentThread().isInterrupted());
            }
        }
        return late;
    }

    private static int sum(List<Future<Integer>> counts) throws ExecutionException, InterruptedException {
        int sum = 0;
        for (Future<Integer> count : counts) {
            sum += count.get();
        }
        return sum;
    }
}
