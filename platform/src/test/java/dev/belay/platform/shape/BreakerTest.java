package dev.belay.platform.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.platform.spec.TrafficSpec;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private static final long SECOND = 1_000_000_000L;

    private final ShapeCounts counts = new ShapeCounts();
    private final Breaker breaker = new Breaker(new TrafficSpec.Breaker(0.5, 4, Duration.ofSeconds(10), Duration.ofSeconds(5)), counts);

    private void end(int good, int bad, long now) {
        for (int i = 0; i < good + bad; i++) {
            assertThat(breaker.allows(now)).isTrue();
            breaker.ended(i >= good, now);
        }
    }

    @Test
    void staysClosedWhileMostSucceed() {
        end(100, 99, 0);
        assertThat(breaker.allows(0)).isTrue();
    }

    @Test
    void restsWhenHalfFail() {
        end(2, 2, 0);
        assertThat(breaker.allows(0)).isFalse();
        assertThat(breaker.allows(5 * SECOND - 1)).isFalse();
        assertThat(counts.totals().rests()).isEqualTo(1);
    }

    @Test
    void triesOneRequestAfterTheRest() {
        end(0, 4, 0);
        assertThat(breaker.allows(5 * SECOND)).isTrue();
        assertThat(breaker.allows(5 * SECOND)).isFalse();
        breaker.ended(false, 5 * SECOND);
        assertThat(breaker.allows(5 * SECOND)).isTrue();
    }

    @Test
    void restsAgainWhenTheTrialFails() {
        end(0, 4, 0);
        assertThat(breaker.allows(5 * SECOND)).isTrue();
        breaker.ended(true, 6 * SECOND);
        assertThat(breaker.allows(11 * SECOND - 1)).isFalse();
        assertThat(breaker.allows(11 * SECOND)).isTrue();
    }

    @Test
    void forgetsWhatWasBeforeTheWindow() {
        end(0, 3, 0);
        end(0, 1, 11 * SECOND);
        assertThat(breaker.allows(11 * SECOND)).isTrue();
    }
}
