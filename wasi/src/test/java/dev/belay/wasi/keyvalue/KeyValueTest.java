package dev.belay.wasi.keyvalue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyValueTest {
    private static final KeyValueLimits SMALL = new KeyValueLimits(3, 1_000, 8, 500);

    private final KeyValueStore store = new LocalKeyValueStore(KeyValueLimits.defaults());

    private OpenBucket open(KeyValueLimits limits) {
        return KeyValueState.of(new LocalKeyValueStore(limits), List.of("b"), limits).open("b");
    }

    @Test
    void whatIsSetIsFoundUntilItIsDeleted() {
        OpenBucket bucket = open(SMALL);
        byte[] value = {1, 2};
        bucket.set("a", value);
        value[0] = 9;
        assertThat(bucket.get("a").orElseThrow()).containsExactly(1, 2);
        assertThat(bucket.exists("a")).isTrue();
        bucket.delete("a");
        bucket.delete("a");
        assertThat(bucket.get("a")).isEmpty();
        assertThat(bucket.exists("a")).isFalse();
    }

    @Test
    void onlyWhatIsGrantedIsOpened() {
        KeyValueState state = KeyValueState.of(store, List.of("sessions"), KeyValueLimits.defaults());
        state.open("sessions").set("a", new byte[] {1});
        assertThat(state.open("sessions").exists("a")).isTrue();
        for (KeyValueState none : List.of(state, KeyValueState.denied())) {
            assertThatThrownBy(() -> none.open("other"))
                    .isInstanceOfSatisfying(KeyValueException.class, e -> assertThat(e.kind())
                            .isEqualTo(KeyValueException.Kind.ACCESS_DENIED));
        }
    }

    @Test
    void ownersDoNotSeeEachOthersBuckets() {
        store.of("one").open("cache").set("a", new byte[] {1});
        assertThat(store.of("two").open("cache").exists("a")).isFalse();
        assertThat(store.of("one").open("cache").exists("a")).isTrue();
    }

    @Test
    void aBucketTakesSoManyKeysAndBytes() {
        OpenBucket bucket = open(SMALL);
        IntStream.range(0, 3).forEach(i -> bucket.set("k" + i, new byte[10]));
        assertThatThrownBy(() -> bucket.set("k3", new byte[1])).hasMessage("the bucket is full: it takes at most 3 keys");
        assertThatThrownBy(() -> bucket.set("k0", new byte[501])).hasMessageContaining("at most 500 bytes, found 501");
        bucket.set("k0", new byte[500]);
        assertThatThrownBy(() -> bucket.set("k1", new byte[500])).hasMessage("the bucket is full: it takes at most 1000 bytes");
        bucket.delete("k0");
        bucket.set("k1", new byte[500]);
        assertThat(bucket.get("k1").orElseThrow()).hasSize(500);
    }

    @Test
    void keysOfOtherLengthsAreRefused() {
        OpenBucket bucket = open(SMALL);
        bucket.set("ü".repeat(4), new byte[0]);
        for (String key : List.of("", "ü".repeat(5), "k".repeat(100_000))) {
            assertThatThrownBy(() -> bucket.get(key)).hasMessageStartingWith("expected a key of 1 to 8 bytes");
        }
    }

    @Test
    void whatNobodyAsksForAnyMoreIsDropped() {
        store.of("a").open("b_c").set("k", new byte[1]);
        store.of("a").open("d").set("k", new byte[2]);
        store.of("a_b").open("c").set("k", new byte[3]);
        assertThat(store.of("a").open("b_c").get("k").orElseThrow()).as("another's, of a name that is written alike").hasSize(1);

        store.retain(Map.of("a", Set.of("d")));
        assertThat(store.of("a").open("d").get("k").orElseThrow()).hasSize(2);
        assertThat(store.of("a").open("b_c").get("k")).isEmpty();
        assertThat(store.of("a_b").open("c").get("k")).isEmpty();
    }

    @Test
    void pagesLeaveOutNoKeyThatStays() {
        KeyValueStore.Bucket bucket = store.open("many");
        IntStream.range(0, 2_500).forEach(i -> bucket.set("k" + i, new byte[0]));
        var seen = new ArrayList<String>();
        KeyValueStore.Page page = bucket.keys(OptionalLong.empty());
        for (; page.next().isPresent(); page = bucket.keys(page.next())) {
            seen.addAll(page.keys());
            bucket.delete("k" + seen.size());
            bucket.delete("k0");
        }
        seen.addAll(page.keys());
        assertThat(seen).doesNotHaveDuplicates().contains("k2499").hasSizeBetween(2_496, 2_500);
        assertThat(bucket.keys(OptionalLong.of(Long.MIN_VALUE)).keys()).hasSize(1_000);
        assertThat(bucket.keys(OptionalLong.of(Long.MAX_VALUE)).keys()).isEmpty();
    }

    @Test
    void numbersAreCountedUpAsDigits() {
        OpenBucket bucket = open(SMALL);
        assertThat(bucket.increment("n", 5)).isEqualTo(5);
        assertThat(bucket.increment("n", 37)).isEqualTo(42);
        assertThat(bucket.get("n").map(b -> new String(b, UTF_8))).contains("42");
        bucket.set("n", "18446744073709551615".getBytes(UTF_8));
        assertThat(bucket.increment("n", 0)).isEqualTo(-1);
        assertThatThrownBy(() -> bucket.increment("n", 1)).hasMessageContaining("larger than 64 bits");
        bucket.set("n", "x".getBytes(UTF_8));
        assertThatThrownBy(() -> bucket.increment("n", 1)).hasMessageContaining("expected decimal digits at 'n'");
    }

    @Test
    void oneCallGetsSoMuchTogether() {
        OpenBucket bucket = open(KeyValueLimits.defaults());
        bucket.set("a", new byte[1 << 20]);
        assertThat(bucket.get(List.of("a", "b"))).extracting(Optional::isPresent).containsExactly(true, false);
        assertThatThrownBy(() -> bucket.get(Collections.nCopies(1_001, "b"))).hasMessageContaining("at most 1000 keys together");
        assertThatThrownBy(() -> bucket.get(Collections.nCopies(17, "a"))).hasMessageContaining("bytes together");
    }

    @Test
    void equalKeysOfOneCallAreAskedForOnce() {
        var asked = new ArrayList<String>();
        KeyValueStore.Bucket bucket = store.open("b");
        var noted = new KeyValueStore.Bucket() {
            @Override
            public Optional<byte[]> get(String key) {
                asked.add("get " + key);
                return bucket.get(key);
            }

            @Override
            public void set(String key, byte[] value) {
                asked.add("set " + key);
                bucket.set(key, value);
            }

            @Override
            public void delete(String key) {
                asked.add("delete " + key);
                bucket.delete(key);
            }

            @Override
            public KeyValueStore.Page keys(OptionalLong after) {
                return bucket.keys(after);
            }

            @Override
            public long increment(String key, long delta) {
                return bucket.increment(key, delta);
            }
        };
        var open = new OpenBucket(noted, KeyValueLimits.defaults());
        open.set(List.of(Map.entry("a", new byte[] {1}), Map.entry("b", new byte[] {2}), Map.entry("a", new byte[] {3})));
        assertThat(open.get(List.of("b", "a", "none", "b")).stream().map(value -> value.map(its -> its[0])))
                .containsExactly(Optional.of((byte) 2), Optional.of((byte) 3), Optional.empty(), Optional.of((byte) 2));
        open.delete(List.of("a", "b", "a"));
        assertThat(asked).containsExactly("set a", "set b", "get b", "get a", "get none", "delete a", "delete b");
    }

    @Test
    void nothingIsSetOrDeletedIfOneKeyOrValueIsWrong() {
        OpenBucket bucket = open(SMALL);
        bucket.set("a", new byte[1]);
        assertThatThrownBy(() -> bucket.delete(List.of("a", ""))).hasMessageContaining("a key of 1 to 8 bytes");
        assertThatThrownBy(() -> bucket.set(List.of(Map.entry("b", new byte[1]), Map.entry("", new byte[1]))))
                .hasMessageContaining("a key of 1 to 8 bytes");
        assertThatThrownBy(() -> bucket.set(List.of(Map.entry("b", new byte[1]), Map.entry("c", new byte[501]))))
                .hasMessageContaining("at most 500 bytes, found 501");
        assertThat(bucket.get(List.of("a", "b")).stream().map(Optional::isPresent)).containsExactly(true, false);
    }
}
