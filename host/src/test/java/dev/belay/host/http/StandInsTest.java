package dev.belay.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class StandInsTest {
    private final Queue<Runnable> started = new ArrayDeque<>();
    private final StandIns standIns = new StandIns(started::add);
    private final AtomicInteger runs = new AtomicInteger();
    private final Runnable selector = runs::incrementAndGet;

    @Test
    void aPromiseIsKeptWhenItIsAskedForAndOnlyOnce() {
        assertThat(standIns.tryExecute(selector)).isTrue();
        assertThat(started).isEmpty();

        standIns.relieve(standIns.here());
        standIns.relieve(standIns.here());

        assertThat(started).hasSize(1);
        started.remove().run();
        assertThat(runs).hasValue(1);
    }

    @Test
    void whoStandsInIsAtTheSamePost() {
        standIns.tryExecute(selector);
        var post = standIns.here();
        var seen = new ArrayDeque<StandIns.Post>();
        standIns.tryExecute(() -> seen.add(standIns.here()));
        var other = standIns.here();
        standIns.relieve(other);
        started.remove().run();

        assertThat(other).isNotSameAs(post);
        assertThat(seen).containsExactly(other);
    }

    @Test
    void aThreadThatIsAtNoPostHasNobodyToStandIn() {
        standIns.relieve(standIns.here());

        assertThat(started).isEmpty();
    }
}
