package dev.belay.platform.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.platform.Await;
import dev.belay.platform.Specs;
import dev.belay.platform.observe.MetricsText;
import dev.belay.platform.observe.Usage;
import dev.belay.platform.serve.Revision;
import dev.belay.platform.spec.InstancePolicy;
import dev.belay.platform.spec.LimitSpec;
import dev.belay.platform.spec.Triggers;
import dev.belay.wasi.instances.PoolCounts;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is counted of instances is what real guests take. */
class UsageTest {
    private static final long MEMORY = 4 << 20;
    private static final long FUEL = 1_000_000;
    private static final InstancePolicy FRESH = InstancePolicy.fresh();

    private TestPlatform platform;

    @BeforeEach
    void start(@TempDir Path directory) {
        platform = TestPlatform.start(directory);
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private Revision serve(LimitSpec limits, InstancePolicy instances) {
        var guest = Specs.revision(Specs.put(platform.platform().blobs(), "http-misbehave.wasm", Specs.guest("http-misbehave")));
        var all = new Triggers.Http("", "/", List.of(), Map.of());
        assertThat(platform.apply(Specs.application("shop", Specs.with(guest, limits, instances), all)).done()).isTrue();
        return platform.platform().applications().get("shop").serving().current();
    }

    private static LimitSpec memory() {
        return new LimitSpec(Optional.of(MEMORY), Optional.of(Duration.ofSeconds(2)), Optional.empty());
    }

    private CompletableFuture<HttpResponse<String>> send(String path) {
        return platform.client().sendAsync(
                HttpRequest.newBuilder(platform.uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Usage.Totals used(Revision revision) {
        return revision.usage().totals();
    }

    private static PoolCounts pool(Revision revision) {
        return revision.pool().orElseThrow();
    }

    private static long sum(long... counts) {
        return LongStream.of(counts).sum();
    }

    @Test
    void memoryOfFreshInstancesGoesWithThem() throws Exception {
        Revision revision = serve(memory(), FRESH);
        platform.get("/");
        Await.until(() -> used(revision).peaks().sum() > 0 && used(revision).memory() == 0);
        long base = used(revision).most();
        assertThat(base).isPositive().isLessThan(MEMORY / 2);

        assertThat(platform.get("/allocate").statusCode()).isEqualTo(500);

        Await.until(() -> used(revision).memory() == 0);
        Usage.Totals totals = used(revision);
        assertThat(totals.made()).isEqualTo(2);
        assertThat(totals.most()).isGreaterThan(MEMORY / 2).isLessThanOrEqualTo(MEMORY);
        assertThat(totals.peaks().sum()).isEqualTo(base + totals.most());
        assertThat(sum(totals.peaks().counts())).isEqualTo(2);
        assertThat(totals.refusals()).isPositive();
        assertThat(totals.fuel()).isEmpty();
        assertThat(revision.pool()).isEmpty();
    }

    @Test
    void memoryOfPoolsStaysWithTheirInstances() throws Exception {
        Revision revision = serve(memory(), new InstancePolicy(2, 100));
        platform.get("/");
        Await.until(() -> pool(revision).idle() == 1);
        long base = used(revision).memory();
        assertThat(base).isPositive();
        platform.get("/");
        Await.until(() -> pool(revision).idle() == 1);
        assertThat(used(revision).memory()).isEqualTo(base);
        assertThat(pool(revision).made()).isEqualTo(1);

        var sleeping = send("/sleep?600000");
        Await.until(() -> pool(revision).busy() == 1);
        platform.get("/");
        Await.until(() -> pool(revision).idle() == 1);
        assertThat(pool(revision).made()).isEqualTo(2);
        assertThat(used(revision).memory()).isEqualTo(2 * base);

        assertThat(sleeping.get().statusCode()).isEqualTo(504);
        Await.until(() -> pool(revision).busy() == 0);
        assertThat(pool(revision).ended()).containsEntry(PoolCounts.End.FAILED, 1L);
        assertThat(used(revision).memory()).isEqualTo(base);
    }

    @Test
    void instancesOfPoolsAreUsedSoOftenAndAsManyAreKept() throws Exception {
        Revision revision = serve(memory(), new InstancePolicy(1, 2));
        for (int i = 0; i < 5; i++) {
            long before = i;
            platform.get("/");
            Await.until(() -> sum(used(revision).peaks().counts()) == before + 1 && pool(revision).busy() == 0);
        }
        assertThat(pool(revision).made()).isEqualTo(3);
        assertThat(pool(revision).idle()).isEqualTo(1);
        assertThat(pool(revision).ended()).containsEntry(PoolCounts.End.USED_UP, 2L).containsEntry(PoolCounts.End.SURPLUS, 0L);

        var sleeping = send("/sleep?1000");
        Await.until(() -> pool(revision).busy() == 1);
        platform.get("/");
        assertThat(sleeping.get().statusCode()).isEqualTo(200);
        Await.until(() -> pool(revision).busy() == 0);
        assertThat(pool(revision).ended().values().stream().mapToLong(its -> its).sum()).isEqualTo(3);
        assertThat(pool(revision).idle()).isEqualTo(1);
    }

    @Test
    void fuelIsCountedWhereItIsLimited() throws Exception {
        var limits = new LimitSpec(Optional.empty(), Optional.empty(), Optional.of(FUEL));
        Revision revision = serve(limits, FRESH);
        platform.get("/");
        Await.until(() -> sum(used(revision).peaks().counts()) == 1);
        Usage.FuelTotals one = used(revision).fuel().orElseThrow();
        assertThat(one.consumed()).isPositive().isLessThan(FUEL / 10);
        assertThat(Usage.percent(one.most(), one.limit())).isBetween(1, 10);

        assertThat(platform.get("/loop").statusCode()).isEqualTo(504);

        Await.until(() -> sum(used(revision).peaks().counts()) == 2);
        Usage.FuelTotals both = used(revision).fuel().orElseThrow();
        assertThat(both.limit()).isEqualTo(FUEL);
        assertThat(both.consumed()).isGreaterThan(one.consumed() + FUEL);
        assertThat(both.most()).isGreaterThan(FUEL);
        assertThat(Usage.percent(both.most(), both.limit())).isEqualTo(100);
        assertThat(both.calls().counts()[Usage.shares().length]).isEqualTo(1);
    }

    @Test
    void metricsTellAllOfIt() throws Exception {
        var limits = new LimitSpec(Optional.of(MEMORY), Optional.empty(), Optional.of(FUEL));
        Revision revision = serve(limits, new InstancePolicy(1, 2));
        platform.get("/");
        Await.until(() -> pool(revision).idle() == 1);
        platform.get("/trap");
        Await.until(() -> pool(revision).ended().get(PoolCounts.End.FAILED) == 1);

        var text = new ByteArrayOutputStream();
        MetricsText.write(platform.platform().metrics(), text);

        String labels = "{application=\"shop\",revision=\"" + revision.id() + "\"";
        assertThat(text.toString(StandardCharsets.UTF_8))
                .contains("belay_instances_made_total" + labels + "} 1.0\n")
                .contains("belay_memory_bytes" + labels + "} 0.0\n")
                .contains("belay_memory_limit_bytes" + labels + "} 4194304.0\n")
                .contains("belay_memory_peak_bytes_count" + labels + "} 2\n")
                .contains("belay_fuel_limit" + labels + "} 1000000.0\n")
                .contains("belay_fuel_used_ratio_bucket" + labels + ",le=\"1.0\"} 2\n")
                .contains("belay_pool_instances" + labels + ",state=\"idle\"} 0.0\n")
                .contains("belay_pool_made_total" + labels + "} 1.0\n")
                .contains("belay_pool_ended_total{application=\"shop\",reason=\"failed\",revision=\"" + revision.id() + "\"} 1.0\n")
                .contains("belay_preparation_seconds_count{step=\"compose\"} 1\n", "step=\"load\"", "step=\"warm\"")
                .contains("belay_connections ", "jvm_memory_used_bytes{area=\"nonheap\"}", "process_cpu_seconds_total");
    }
}
