package dev.belay.platform.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateTest {
    private static int taken(Rate rate, long now, int tries) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            taken += rate.tryTake(now) ? 1 : 0;
        }
        return taken;
    }

    @Test
    void allowsABurstAndThenARate() {
        var rate = new Rate(10, 5);
        assertThat(taken(rate, 0, 100)).isEqualTo(5);
        assertThat(taken(rate, 100_000_000L, 100)).isEqualTo(1);
        assertThat(taken(rate, 1_000_000_000L, 100)).isEqualTo(5);
        assertThat(taken(rate, 1_000_000_001L, 100)).isZero();
    }
}
