package dev.belay.platform.rollout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.host.messaging.LocalBus;
import dev.belay.platform.Await;
import dev.belay.platform.Specs;
import dev.belay.platform.serve.Revision;
import dev.belay.platform.spec.ApplicationSpec;
import dev.belay.platform.spec.InstancePolicy;
import dev.belay.platform.spec.LimitSpec;
import dev.belay.platform.spec.RevisionSpec;
import dev.belay.platform.spec.TrafficSpec;
import dev.belay.platform.spec.Triggers;
import dev.belay.platform.trigger.MessageTriggers;
import dev.belay.platform.trigger.ScheduleTriggers;
import dev.belay.wasi.instances.PoolCounts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Instances that an application uses again, whatever makes it run: a component that counts its calls says in which it is. */
@Timeout(120)
class PoolsTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    private final LocalBus bus = new LocalBus();
    private TestPlatform platform;
    private MessageTriggers messages;

    @BeforeEach
    void start() {
        platform = TestPlatform.start(directory);
        messages = new MessageTriggers(bus, platform.platform().logs());
    }

    @AfterEach
    void stop() {
        messages.close();
        platform.close();
        bus.close();
    }

    private void apply(InstancePolicy policy, String mark, TrafficSpec traffic) {
        byte[] component = Specs.marked(Specs.guest("call-count"), mark);
        RevisionSpec its = Specs.revision(Specs.put(platform.platform().blobs(), "call-count.wasm", component));
        RevisionSpec revision = Specs.with(its, new LimitSpec(Optional.empty(), Optional.of(LONG), Optional.empty()), policy);
        var triggers = new Triggers(
                List.of(new Triggers.Http("", "/", List.of(), Map.of())),
                List.of(new Triggers.Subject("count", Optional.empty(), Optional.empty())),
                List.of(new Triggers.Schedule("* * * * * *", "UTC", Optional.empty(), Optional.of("count"), "")));
        platform.apply(new ApplicationSpec("count", revision, triggers, traffic));
        messages.follow(platform.platform().applications().values());
    }

    private Revision revision() {
        return platform.platform().applications().get("count").serving().current();
    }

    private static int idle(Revision revision) {
        return revision.pool().orElseThrow().idle();
    }

    /** An answer is there before the instance is free again. */
    private String once(String answer) {
        Await.until(() -> revision().underWay() == 0);
        return answer;
    }

    private String request() throws Exception {
        return once(platform.get("/").body());
    }

    private String message(String body) throws Exception {
        return once(new String(bus.request("count", body.getBytes(UTF_8), LONG).body(), UTF_8));
    }

    @Test
    void requestsMessagesAndSchedulesHaveOnePool() throws Exception {
        apply(new InstancePolicy(1, 1_000), "1", TrafficSpec.defaults());
        assertThat(request()).isEqualTo("1");
        assertThat(message("")).isEqualTo("2");
        try (var schedules = new ScheduleTriggers(bus, platform.platform().logs(), Clock.systemUTC())) {
            schedules.follow(platform.platform().applications().values());
            schedules.start();
            // It runs each second: its calls are counted, too.
            Await.until(() -> revision().tally().totals().requests() >= 3);
        }
        assertThat(Integer.parseInt(request())).isGreaterThanOrEqualTo(4);
        assertThat(idle(revision())).isEqualTo(1);
    }

    @Test
    void anInstanceThatTrappedIsNotUsedAgainNorOneThatHasHadItsDay() throws Exception {
        apply(new InstancePolicy(1, 3), "1", TrafficSpec.defaults());
        assertThat(message("")).isEqualTo("1");
        assertThat(message("trap")).contains("the component trapped: unreachable");
        for (String calls : List.of("1", "2", "3", "1")) {
            assertThat(message("")).isEqualTo(calls);
        }
    }

    /** Every request has a deadline of its own then, which is what is left of its time. */
    @Test
    void requestsWithATimeoutAndMessagesHaveOnePool() throws Exception {
        TrafficSpec plain = TrafficSpec.defaults();
        apply(new InstancePolicy(1, 1_000), "1", new TrafficSpec(
                plain.concurrency(), plain.waiting(), Optional.of(Duration.ofSeconds(20)), plain.rate(), plain.retries(),
                plain.breaker(), plain.mirror(), plain.rules(), plain.canary()));
        assertThat(request()).isEqualTo("1");
        assertThat(request()).isEqualTo("2");
        assertThat(message("")).isEqualTo("3");
        assertThat(request()).isEqualTo("4");
    }

    @Test
    void aRevisionThatGetsNothingMoreKeepsNoInstances() throws Exception {
        apply(new InstancePolicy(1, 1_000), "1", TrafficSpec.defaults());
        assertThat(message("")).isEqualTo("1");
        Revision first = revision();
        assertThat(idle(first)).isEqualTo(1);

        apply(new InstancePolicy(1, 1_000), "2", TrafficSpec.defaults());
        assertThat(idle(first)).isZero();
        assertThat(first.pool().orElseThrow().ended()).containsEntry(PoolCounts.End.NOT_NEEDED, 1L);
        assertThat(message("")).isEqualTo("1");
        Revision second = revision();
        platform.platform().change(from -> Proposal.rollback(from, "count"));
        assertThat(revision()).isSameAs(first);
        assertThat(message("")).isEqualTo("1");
        assertThat(message("")).isEqualTo("2");

        platform.platform().close();
        assertThat(List.of(idle(first), idle(second))).containsExactly(0, 0);
    }
}
