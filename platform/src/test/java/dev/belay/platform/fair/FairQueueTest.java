package dev.belay.platform.fair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.platform.fair.FairQueue.Entry;
import dev.belay.platform.fair.FairQueue.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With a clock that goes on as the test says: what runs ends one after the other, each after as long as it takes. */
class FairQueueTest {
    private static final int SLOTS = 4;

    private final FairQueue queue = new FairQueue(SLOTS);

    /** Has tenants always want to run so many more, and gives how long each ran in all. */
    private final class Simulation {
        private final Map<Line, Integer> clients = new HashMap<>();
        private final Map<Line, Long> each = new HashMap<>();
        private final Map<Line, Long> ran = new HashMap<>();
        private final List<Entry> entries = new ArrayList<>();
        private final Map<Entry, Line> lines = new HashMap<>();
        private final Map<Entry, Double> left = new HashMap<>();

        void add(Line line, int many, long nanosEach) {
            clients.put(line, many);
            each.put(line, nanosEach);
            for (int i = 0; i < many; i++) {
                ask(line);
            }
        }

        private void ask(Line line) {
            Entry entry = queue.enter(line, () -> {});
            entries.add(entry);
            lines.put(entry, line);
            left.put(entry, (double) each.get(line));
        }

        /** As a system does that gives each thing that runs the same: until so much was computed. */
        void run(long total) {
            long done = 0;
            while (done < total) {
                List<Entry> running = entries.stream().filter(Entry::isBegun).toList();
                double step = running.stream().mapToDouble(left::get).min().orElseThrow();
                running.forEach(entry -> left.merge(entry, -step, Double::sum));
                done += (long) (step * running.size());
                running.stream().filter(entry -> left.get(entry) <= 0).forEach(entry -> {
                    Line line = lines.get(entry);
                    entries.remove(entry);
                    ran.merge(line, each.get(line), Long::sum);
                    queue.end(entry, each.get(line));
                    ask(line);
                });
            }
        }

        double ratio(Line one, Line other) {
            return (double) ran.getOrDefault(one, 0L) / ran.getOrDefault(other, 0L);
        }
    }

    @Test
    void whatHasRoomRunsAtOnce() {
        Line line = queue.open(1);
        for (int i = 0; i < SLOTS; i++) {
            assertThat(queue.tryBegin(line)).isPresent();
        }
        assertThat(queue.tryBegin(line)).isEmpty();
    }

    @Test
    void oneWithManyClientsGetsNoMoreThanOneWithFew() {
        Line heavy = queue.open(1);
        Line light = queue.open(1);
        var simulation = new Simulation();
        simulation.add(heavy, 64, 10_000_000);
        simulation.add(light, 4, 200_000);
        simulation.run(20_000_000_000L);
        assertThat(simulation.ratio(heavy, light)).isBetween(0.8, 1.25);
    }

    @Test
    void sharesAreKept() {
        Line gold = queue.open(3);
        Line iron = queue.open(1);
        var simulation = new Simulation();
        simulation.add(iron, 64, 3_000_000);
        simulation.add(gold, 64, 1_000_000);
        simulation.run(20_000_000_000L);
        assertThat(simulation.ratio(gold, iron)).isBetween(2.6, 3.4);
    }

    @Test
    void manyTenantsAreServedAlike() {
        var simulation = new Simulation();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Line line = queue.open(1);
            lines.add(line);
            simulation.add(line, 1 + i, 1_000_000L * (1 + i % 5));
        }
        simulation.run(60_000_000_000L);
        lines.forEach(line -> assertThat(simulation.ratio(line, lines.getFirst())).isBetween(0.7, 1.4));
    }

    @Test
    void nobodyWaitsForWhatRunsForLongUnlessItIsItsOwn() {
        Line looping = queue.open(1);
        Line other = queue.open(1);
        for (int i = 0; i < SLOTS; i++) {
            assertThat(queue.enter(looping, () -> {}).isBegun()).isTrue();
        }
        Entry waiting = queue.enter(looping, () -> {});
        assertThat(waiting.isBegun()).isFalse();

        Entry entry = queue.enter(other, () -> {});
        assertThat(entry.isBegun()).isTrue();
        Entry second = queue.enter(other, () -> {});
        assertThat(second.isBegun()).isFalse();
        queue.end(entry, 1);
        assertThat(second.isBegun()).isTrue();
        assertThat(waiting.isBegun()).isFalse();
    }

    @Test
    void whatRunsIsChargedAsItGoesOn() {
        Line looping = queue.open(1);
        Line other = queue.open(1);
        var loops = new ArrayList<Entry>();
        for (int i = 0; i < SLOTS; i++) {
            Entry entry = queue.enter(looping, () -> {});
            entry.runsSince(0);
            loops.add(entry);
        }
        Entry waiting = queue.enter(looping, () -> {});
        for (int i = 1; i < 100; i++) {
            Entry entry = queue.enter(other, () -> {});
            queue.charge(i * 10_000_000L);
            assertThat(entry.isBegun()).as("call %d, while others run for ever", i).isTrue();
            queue.end(entry, 10_000_000);
        }
        assertThat(waiting.isBegun()).isFalse();

        loops.forEach(entry -> queue.end(entry, 1_000_000_000));
        assertThat(waiting.isBegun()).isTrue();
        queue.end(waiting, 1_000_000);
        Entry next = queue.enter(other, () -> {});
        assertThat(next.isBegun()).isTrue();
        assertThat(looping.running()).as("charged once").isZero();
    }

    @Test
    void whoDidNothingForLongHasSavedNothingUp() {
        Line busy = queue.open(1);
        Line idle = queue.open(1);
        var before = new Simulation();
        before.add(busy, 8, 1_000_000);
        before.run(10_000_000_000L);

        before.add(idle, 8, 1_000_000);
        before.ran.clear();
        before.run(1_000_000_000L);
        assertThat(before.ratio(busy, idle)).isBetween(0.8, 1.25);
    }

    @Test
    void whoLeavesDoesNotRunAndKeepsNobodyWaiting() {
        Line line = queue.open(1);
        var running = new ArrayList<Entry>();
        for (int i = 0; i < SLOTS; i++) {
            running.add(queue.enter(line, () -> {}));
        }
        Entry gone = queue.enter(line, () -> {});
        Entry next = queue.enter(line, () -> {});
        queue.leave(gone);
        queue.end(running.getFirst(), 1_000);
        assertThat(gone.isBegun()).isFalse();
        assertThat(next.isBegun()).isTrue();
        assertThat(line.waiting()).isZero();
        assertThat(line.running()).isEqualTo(SLOTS);
    }

    @Test
    void whoGivesUpLetsThoseBehindItBegin() {
        Line looping = queue.open(1);
        Line other = queue.open(1);
        for (int i = 0; i < SLOTS; i++) {
            queue.enter(looping, () -> {});
        }
        for (int i = 0; i < SLOTS + 1; i++) {
            queue.end(queue.enter(other, () -> {}), 1_000_000);
        }
        Entry first = queue.enter(looping, () -> {});
        Entry second = queue.enter(other, () -> {});
        assertThat(second.isBegun()).isFalse();
        queue.leave(first);
        assertThat(second.isBegun()).isTrue();
    }

    @Test
    void theOrderIsThatOfTheTimeAlsoWhenItChangesWhileTheyWait() {
        Line slow = queue.open(1);
        Line quick = queue.open(1);
        Entry first = queue.enter(slow, () -> {});
        Entry second = queue.enter(quick, () -> {});
        queue.enter(slow, () -> {});
        queue.enter(quick, () -> {});
        Entry slowWaits = queue.enter(slow, () -> {});
        Entry quickWaits = queue.enter(quick, () -> {});
        assertThat(slowWaits.isBegun()).isFalse();

        queue.end(first, 900_000_000);
        assertThat(slowWaits.isBegun()).as("ran for long").isFalse();
        assertThat(quickWaits.isBegun()).isTrue();
        queue.end(second, 1_000);
        assertThat(slowWaits.isBegun()).as("nobody else waits").isTrue();
    }

    @Test
    void whoIsForcedRunsBeyondTheRoom() {
        Line line = queue.open(1);
        for (int i = 0; i < SLOTS; i++) {
            queue.enter(line, () -> {});
        }
        Entry late = queue.enter(line, () -> {});
        queue.force(late);
        assertThat(late.isBegun()).isTrue();
        assertThat(line.running()).isEqualTo(SLOTS + 1);
        queue.end(late, 1);
        assertThat(line.running()).isEqualTo(SLOTS);
    }
}
