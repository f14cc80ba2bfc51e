package dev.belay.wasi.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class UnderWayTest {
    @Test
    void whatIsNotDoneIsToldAsOftenAsItWants() throws Exception {
        var work = new Work(3);
        work.begin();
        work.told.await();
        var other = new Work(1);
        other.begin();
        other.told.await();

        assertThat(work.times).isEqualTo(3);
    }

    @Test
    void whatHasEndedIsNotTold() throws Exception {
        var ended = new Work(1);
        ended.end();
        ended.begin();
        var other = new Work(3);
        other.begin();
        other.told.await();

        assertThat(ended.times).isZero();
    }

    @Test
    void whatFailsKeepsNobodyElseFromBeingTold() throws Exception {
        var failing = new UnderWay() {
            @Override
            boolean overdue() {
                throw new IllegalStateException("no");
            }
        };
        failing.begin();
        var other = new Work(1);
        other.begin();

        other.told.await();
        assertThat(other.times).isOne();
    }

    private static final class Work extends UnderWay {
        final CountDownLatch told;
        volatile int times;

        Work(int wanted) {
            told = new CountDownLatch(wanted);
        }

        @Override
        boolean overdue() {
            times++;
            told.countDown();
            return told.getCount() > 0;
        }
    }
}
