package dev.belay.platform.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.host.messaging.LocalBus;
import dev.belay.platform.Await;
import dev.belay.platform.Specs;
import dev.belay.platform.observe.LogLine;
import dev.belay.platform.rollout.TestPlatform;
import dev.belay.platform.spec.ApplicationSpec;
import dev.belay.platform.spec.TrafficSpec;
import dev.belay.platform.spec.Triggers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleTriggersTest {
    @TempDir
    private Path directory;

    /** A clock that the test puts forward. */
    private static final class Hand extends Clock {
        private volatile Instant now = Instant.parse("2026-11-25T20:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void runsAnApplicationWhenItsMomentComes() {
        var clock = new Hand();
        try (var platform = TestPlatform.start(directory);
                var bus = new LocalBus();
                var schedules = new ScheduleTriggers(bus, platform.platform().logs(), clock)) {
            var schedule = new Triggers.Schedule("30 21 * * *", "Europe/Berlin", Optional.of("/"), Optional.empty(), "");
            platform.apply(new ApplicationSpec(
                    "clock",
                    Specs.revision(Specs.put(platform.platform().blobs(), "g.wasm", Specs.guest("http-misbehave"))),
                    new Triggers(List.of(), List.of(), List.of(schedule)),
                    TrafficSpec.defaults()));
            schedules.follow(platform.platform().applications().values());
            clock.now = Instant.parse("2026-11-25T20:29:59Z");
            schedules.look();
            assertThat(lines(platform)).isEmpty();
            clock.now = Instant.parse("2026-11-25T20:30:01Z");
            schedules.look();
            schedules.look();
            Await.until(() -> !lines(platform).isEmpty());
            assertThat(lines(platform)).singleElement().asString().startsWith("schedule 30 21 * * *: POST /: 200 after ");
        }
    }

    private static List<String> lines(TestPlatform platform) {
        return platform.platform().logs().lines(Optional.of("clock"), 0, 10).stream().map(LogLine::text).toList();
    }
}
