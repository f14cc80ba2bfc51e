package dev.belay.host.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.wasi.io.Turn;
import dev.belay.wasi.keyvalue.KeyValueException;
import dev.belay.wasi.keyvalue.KeyValueLimits;
import dev.belay.wasi.keyvalue.KeyValueStore;
import io.nats.client.Nats;
import io.nats.client.api.KeyValueEntry;
import io.nats.client.api.KeyValueWatcher;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class NatsKeyValueTest {
    private static final KeyValueLimits LIMITS = new KeyValueLimits(2_000, 1 << 20, 1 << 10, 1 << 16);
    private static final List<String> KEYS = List.of("plain", "a.b/c-d_e", ".dots..", "spaces and *>", "größe=5", "=41", "\n");

    @TempDir
    private Path directory;

    @Test
    void keysOfAnyKindComeBack() {
        assertThat(KEYS).allSatisfy(key -> assertThat(NatsKeys.decode(NatsKeys.encode(key))).isEqualTo(key));
        assertThat(KEYS.stream().map(NatsKeys::encode)).allMatch(name -> name.matches("[-/_=.a-zA-Z0-9]+"));
        assertThat(NatsKeys.encode("a.b/c-d_e")).isEqualTo("a.b/c-d_e");
        assertThat(NatsKeys.decode("=zz")).isEqualTo("=zz");
    }

    @Test
    void aServerKeepsWhatIsSet() throws Exception {
        try (var nats = NatsServer.start("-js", "-sd", directory.toString());
                var bus = NatsBus.connect(NatsSettings.of(nats.url()));
                var other = NatsBus.connect(NatsSettings.of(nats.url()))) {
            KeyValueStore.Bucket bucket = bus.keyValues(LIMITS).of("shop").open("cache");
            assertThat(bucket.get("none")).isEmpty();
            assertThat(bucket.keys(OptionalLong.empty()).keys()).isEmpty();
            for (String key : KEYS) {
                bucket.set(key, key.getBytes(UTF_8));
            }
            KeyValueStore.Bucket seen = other.keyValues(LIMITS).open("shop_cache");
            for (String key : KEYS) {
                assertThat(seen.get(key).map(value -> new String(value, UTF_8))).contains(key);
            }
            assertThat(seen.keys(OptionalLong.empty()).keys()).containsExactlyInAnyOrderElementsOf(KEYS);
            seen.delete("plain");
            assertThat(bucket.exists("plain")).isFalse();
            assertThat(bucket.keys(OptionalLong.empty()).keys()).doesNotContain("plain");
            countedByMany(bucket, seen);
            assertThatThrownBy(() -> bucket.set("big", new byte[1 << 18])).isInstanceOf(KeyValueException.class);
        }
    }

    private static void countedByMany(KeyValueStore.Bucket one, KeyValueStore.Bucket other) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(IntStream.range(0, 20)
                            .<java.util.concurrent.Callable<Long>>mapToObj(i -> () -> (i % 2 == 0 ? one : other).increment("n", 3))
                            .toList())
                    .forEach(each -> assertThat(each.resultNow()).isPositive());
        }
        assertThat(one.increment("n", 0)).isEqualTo(60);
    }

    /** Of whoever computes: how often it gave its turn to others. */
    private static final class CountedTurn implements Turn {
        int pauses;
        boolean isPaused;

        @Override
        public void pause() {
            assertThat(isPaused).isFalse();
            isPaused = true;
            pauses++;
        }

        @Override
        public void resume() {
            assertThat(isPaused).isTrue();
            isPaused = false;
        }
    }

    @Test
    void othersHaveTheirTurnWhileACallWaitsForTheServer() throws Exception {
        try (var nats = NatsServer.start("-js", "-sd", directory.toString());
                var bus = NatsBus.connect(NatsSettings.of(nats.url()))) {
            KeyValueStore store = bus.keyValues(LIMITS);
            List<Runnable> calls = List.of(
                    () -> store.open("cache"),
                    () -> store.open("cache").set("a", new byte[] {'1'}),
                    () -> store.open("cache").get("a"),
                    () -> store.open("cache").increment("a", 1),
                    () -> store.open("cache").keys(OptionalLong.empty()),
                    () -> store.open("cache").delete("a"));
            for (Runnable call : calls) {
                var turn = new CountedTurn();
                ScopedValue.where(Turn.CURRENT, turn).run(call);
                assertThat(turn.pauses).isEqualTo(1);
                assertThat(turn.isPaused).isFalse();
            }
        }
    }

    @Test
    void keysThatComeAndGoLeaveNothing() throws Exception {
        var small = new KeyValueLimits(2_000, 64 << 10, 1 << 10, 1 << 10);
        try (var nats = NatsServer.start("-js", "-sd", directory.toString());
                var bus = NatsBus.connect(NatsSettings.of(nats.url()));
                var client = Nats.connect(nats.url())) {
            KeyValueStore.Bucket bucket = bus.keyValues(small).open("cache");
            bucket.set("stays", new byte[] {1});
            for (int round = 0; round < 5; round++) {
                String name = "visit-" + round + "-";
                Map<String, byte[]> values = IntStream.range(0, 200)
                        .boxed()
                        .collect(Collectors.toMap(i -> name + i, i -> new byte[] {i.byteValue()}));
                bucket.setAll(values);
                var found = new ConcurrentHashMap<String, byte[]>();
                bucket.getAll(values.keySet(), found::put);
                assertThat(found).containsExactlyInAnyOrderEntriesOf(values);
                bucket.deleteAll(values.keySet());
                bucket.increment("n", 1);
                bucket.delete("n");
                bucket.delete("never there");
            }
            assertThat(client.getStreamContext("KV_cache").getStreamInfo().getStreamState().getMsgCount()).isEqualTo(1);
            assertThat(bucket.keys(OptionalLong.empty()).keys()).containsExactly("stays");
        }
    }

    @Test
    void whoWatchesIsToldWhatWasDeleted() throws Exception {
        try (var nats = NatsServer.start("-js", "-sd", directory.toString());
                var bus = NatsBus.connect(NatsSettings.of(nats.url()));
                var client = Nats.connect(nats.url())) {
            KeyValueStore.Bucket bucket = bus.keyValues(LIMITS).open("cache");
            bucket.set("a", new byte[] {1});
            BlockingQueue<String> seen = new LinkedBlockingQueue<>();
            var watcher = new KeyValueWatcher() {
                @Override
                public void watch(KeyValueEntry entry) {
                    seen.add(entry.getOperation() + " " + entry.getKey());
                }

                @Override
                public void endOfData() {
                    seen.add("all");
                }
            };
            try (var _ = client.keyValue("cache").watchAll(watcher)) {
                assertThat(List.of(seen.poll(30, TimeUnit.SECONDS), seen.poll(30, TimeUnit.SECONDS))).containsExactly("PUT a", "all");
                bucket.delete("a");
                assertThat(seen.poll(30, TimeUnit.SECONDS)).isEqualTo("PURGE a");
            }
        }
    }

    /** Between the marker of a key that was deleted and its going somebody may have set the key again. */
    @Test
    void whatIsSetAfterADeletionStays() throws Exception {
        try (var nats = NatsServer.start("-js", "-sd", directory.toString());
                var bus = NatsBus.connect(NatsSettings.of(nats.url()));
                var client = Nats.connect(nats.url())) {
            KeyValueStore.Bucket bucket = bus.keyValues(LIMITS).open("cache");
            bucket.set("a", new byte[] {1});
            long marker = client.keyValue("cache").get("a").getRevision() + 1;
            client.keyValue("cache").purge("a");
            bucket.set("a", new byte[] {2});
            NatsDeletes.of(client, "cache").forget("$KV.cache.a", marker);
            assertThat(bucket.get("a").orElseThrow()).containsExactly(2);
        }
    }

    @Test
    void aServerWithoutStreamsIsTold() throws Exception {
        try (var nats = NatsServer.start(); var bus = NatsBus.connect(NatsSettings.of(nats.url()))) {
            assertThatThrownBy(() -> bus.keyValues(LIMITS).open("cache"))
                    .isInstanceOf(KeyValueException.class)
                    .hasMessageContaining("the bucket 'cache' of NATS cannot be opened");
        }
    }
}
