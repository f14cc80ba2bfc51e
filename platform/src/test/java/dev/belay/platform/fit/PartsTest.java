package dev.belay.platform.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.component.validate.ValidComponent;
import dev.belay.platform.Specs;
import dev.belay.platform.spec.Digest;
import dev.belay.platform.spec.Part;
import dev.belay.platform.store.BlobSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartsTest {
    private final Map<Digest, byte[]> stored = new HashMap<>();
    private final List<Digest> read = new ArrayList<>();
    private final BlobSource store = digest -> {
        read.add(digest);
        return BlobSource.of(stored).get(digest);
    };

    private Part part(String label, byte[] bytes) {
        Digest digest = Digest.of(bytes);
        stored.put(digest, bytes);
        return new Part(label, digest);
    }

    @Test
    void whatWasReadIsNotReadAgain() {
        var parts = new Parts(store);
        Part harness = part("harness", Specs.harness());
        ValidComponent first = parts.get(harness);
        assertThat(parts.get(harness)).isSameAs(first);
        assertThat(read).containsExactly(harness.digest());
    }

    @Test
    void otherBytesOfTheSameLabelAreAnotherPart() {
        var parts = new Parts(store);
        Part before = part("bank", Specs.validator("nordhaven"));
        Part after = part("bank", Specs.marked(Specs.validator("nordhaven"), "2"));
        assertThat(parts.get(before).bytes()).isNotEqualTo(parts.get(after).bytes());
        assertThat(read).containsExactly(before.digest(), after.digest());
    }

    @Test
    void thoseThatWereNotAskedForLongestGo() {
        byte[] bank = Specs.validator("nordhaven");
        int roomForTwo = 2 * bank.length + 100;
        var parts = new Parts(store, roomForTwo);
        Part one = part("one", Specs.marked(bank, "1"));
        Part two = part("two", Specs.marked(bank, "2"));
        Part three = part("three", Specs.marked(bank, "3"));
        parts.get(one);
        parts.get(two);
        parts.get(one);
        parts.get(three);
        assertThat(parts.size()).isEqualTo(2);
        read.clear();
        parts.get(one);
        parts.get(three);
        assertThat(read).isEmpty();
        parts.get(two);
        assertThat(read).containsExactly(two.digest());
    }

    @Test
    void oneThatIsLargerThanAllRoomIsGivenAndNotKept() {
        var parts = new Parts(store, 1);
        assertThat(parts.get(part("bank", Specs.validator("nordhaven"))).type().exports()).isNotEmpty();
        assertThat(parts.size()).isZero();
    }

    @Test
    void whatIsNoComponentIsToldByItsLabelAndNotKept() {
        var parts = new Parts(store);
        Part bad = part("bad.wasm", new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
        assertThatThrownBy(() -> parts.get(bad))
                .isInstanceOf(MisfitException.class)
                .hasMessageStartingWith("bad.wasm: expected a component, found a core module");
        assertThat(parts.size()).isZero();
    }
}
