package dev.belay.platform.fair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemorySharesTest {
    private static final long MOST = 1_000;

    private final MemoryShares shares = new MemoryShares(MOST);

    private static long takeAll(List<MemoryShares.Share> all) {
        int refused = 0;
        while (refused < all.size()) {
            refused = 0;
            for (MemoryShares.Share each : all) {
                refused += each.claim(1) ? 0 : 1;
            }
        }
        return all.stream().mapToLong(MemoryShares.Share::held).sum();
    }

    @Test
    void oneThatIsAloneMayHaveThreeQuarters() {
        assertThat(takeAll(List.of(shares.open()))).isEqualTo(750);
    }

    @Test
    void severalThatTakeAllHaveAsMuchEachAndLeaveSomething() {
        var all = new ArrayList<MemoryShares.Share>();
        for (int i = 0; i < 5; i++) {
            all.add(shares.open());
        }
        assertThat(takeAll(all)).isBetween(900L, 950L);
        assertThat(all).allSatisfy(each -> assertThat(each.held()).isBetween(180L, 190L));
        assertThat(shares.open().claim(40)).isTrue();
    }

    @Test
    void whatIsRefusedIsNotTakenAndWhatIsGivenBackCanBeHad() {
        MemoryShares.Share one = shares.open();
        assertThat(one.claim(800)).isFalse();
        assertThat(one.held()).isZero();
        assertThat(one.claim(750)).isTrue();
        assertThat(shares.open().claim(200)).isFalse();

        one.release(750);

        assertThat(shares.open().claim(600)).isTrue();
    }
}
