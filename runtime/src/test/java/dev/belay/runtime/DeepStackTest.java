package dev.belay.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stack that overflows anywhere leaves nothing behind that other instances would notice. */
class DeepStackTest {
    private static final int ROUNDS = 100;
    private static final int HOST = 0;
    private static final int OTHER_PART = 1;
    private static final int OTHER_CLASS = 2;
    private static final int TABLE = 3;
    /** Levels that no stack of the tests has room for, and about where the smallest of them ends when nothing is compiled. */
    private static final int TOO_DEEP = 200_000;

    private static final int ABOUT_THE_END = 8_000;
    private static final long STACK_BYTES = 1 << 20;

    @ParameterizedTest
    @ValueSource(ints = {HOST, OTHER_PART, OTHER_CLASS, TABLE})
    void theComponentStillWorksAfterAnOverflowAtAnyDepth(int what) {
        var random = new Random(what);
        onSmallStack(() -> {
            int overflows = 0;
            for (int round = 0; round < ROUNDS; round++) {
                LinkedComponent linked = LimitGuests.load("deep", true);
                int depth = round % 10 == 0 ? TOO_DEEP : random.nextInt(ABOUT_THE_END / 4, ABOUT_THE_END * 2);
                overflows += overflows(linked.instantiate(), depth, what) ? 1 : 0;
                for (int each = HOST; each <= TABLE; each++) {
                    assertThat(LimitGuests.call(linked.instantiate(), "deep", 10, each)).hasValue(10L);
                }
            }
            assertThat(overflows).isBetween(ROUNDS / 10, ROUNDS);
        });
    }

    @Test
    void interpretedCodeOverflowsAlike() {
        onSmallStack(() -> {
            LinkedComponent linked = LimitGuests.load("deep", false);
            for (int what = HOST; what <= TABLE; what++) {
                assertThat(overflows(linked.instantiate(), TOO_DEEP, what)).isTrue();
                assertThat(LimitGuests.call(linked.instantiate(), "deep", 10, what)).hasValue(10L);
            }
        });
    }

    private static boolean overflows(Instance instance, int depth, int what) {
        try {
            assertThat(LimitGuests.call(instance, "deep", depth, what)).isEqualTo(Optional.of((long) depth));
            return false;
        } catch (Trap trap) {
            assertThat(trap.kind()).as(() -> trap.toString()).isEqualTo(Trap.Kind.STACK_EXHAUSTED);
            return true;
        }
    }

    private static void onSmallStack(Runnable test) {
        var failure = new AtomicReference<Throwable>();
        var thread = new Thread(null, test, "small stack", STACK_BYTES);
        thread.setUncaughtExceptionHandler((_, e) -> failure.set(e));
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        if (failure.get() != null) {
            throw new AssertionError(failure.get());
        }
    }
}
