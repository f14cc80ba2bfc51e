package dev.belay.platform.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.platform.Await;
import dev.belay.platform.rollout.TestPlatform;
import dev.belay.platform.spec.Triggers;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplerTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    private Path directory;

    @Test
    void ratesAreOfWhatHappenedBetweenTwoLooks() throws Exception {
        try (var platform = TestPlatform.start(directory); var sampler = new Sampler(platform.platform(), 0)) {
            platform.applyEcho("shop", new Triggers.Http("", "/", List.of(), Map.of()));
            sampler.take(SECOND);
            assertThat(sampler.samples("shop")).isEmpty();
            for (int i = 0; i < 4; i++) {
                platform.get("/info");
            }
            Await.until(() -> platform.platform().applications().get("shop").serving().current().tally().totals().requests() == 4);
            sampler.take(3 * SECOND);
            assertThat(sampler.last("shop").perSecond()).isEqualTo(2);
            assertThat(sampler.last("shop").failedPerSecond()).isZero();
            assertThat(sampler.last("shop").p99()).isPositive();
            assertThat(sampler.samples()).hasSize(2).last().isEqualTo(sampler.last("shop"));
            sampler.take(4 * SECOND);
            assertThat(sampler.last("shop")).isEqualTo(Sample.NOTHING);
            for (int i = 0; i < 2 * Series.MOST; i++) {
                sampler.take((5 + i) * SECOND);
            }
            assertThat(sampler.samples("shop")).as("forgotten when it has long had nothing to do").isEmpty();
            assertThat(sampler.samples()).hasSize(Series.MOST);
        }
    }

    @Test
    void aPlotReachesFromTheBottomToTheTopAndEndsAtTheRight() {
        Plot plot = Plot.of(List.of(Sample.NOTHING, new Sample(5, 1, 0.001, 0.01), new Sample(20, 0, 0.001, 2.5))).getFirst();
        assertThat(plot.points()).endsWith("300.0,0.0").startsWith("296.0,60.0 298.0,45.0 ");
        assertThat(plot.words()).contains("now 20").contains("at most 20");
        assertThat(Plot.of(List.of()).getFirst().points()).isEmpty();
        assertThat(Plot.of(Collections.nCopies(Series.MOST, Sample.NOTHING)).getFirst().points()).startsWith("0.0,60.0");
    }

    @Test
    void latenciesAreToldWithTheirBuckets() {
        assertThat(Shown.latency(0)).isEqualTo("–");
        assertThat(Shown.latency(0.00025)).isEqualTo("≤ 0.25 ms");
        assertThat(Shown.latency(0.005)).isEqualTo("≤ 5 ms");
        assertThat(Shown.latency(2.5)).isEqualTo("≤ 2.5 s");
    }
}
