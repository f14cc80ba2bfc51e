package dev.belay.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CallGuardTest {
    private final CallGuard guard = new CallGuard(Limits.defaults());

    @Test
    void aCallWithinACallIsATrap() {
        assertThat(run(() -> {
                    assertThatThrownBy(() -> run(() -> 1)).isInstanceOf(Trap.class).hasMessage("cannot enter component instance");
                    return 2;
                }))
                .isEqualTo(2);
    }

    @Test
    void aCallFromAnotherThreadIsAMistakeOfTheHost() {
        var inside = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var other = CompletableFuture.supplyAsync(() -> run(() -> {
            inside.countDown();
            await(done);
            return 1;
        }));
        await(inside);
        assertThatThrownBy(() -> run(() -> 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("use an instance for each thread");
        assertThatThrownBy(guard::close).isInstanceOf(IllegalStateException.class);
        done.countDown();
        assertThat(other.join()).isEqualTo(1);
        assertThat(run(() -> 3)).isEqualTo(3);
    }

    @Test
    void nothingRunsAfterATrap() {
        assertThatThrownBy(() -> run(() -> {
                    throw new Trap(Trap.Kind.UNREACHABLE);
                }))
                .hasMessage("unreachable");
        assertThatThrownBy(() -> run(() -> 1))
                .isInstanceOf(Trap.class)
                .hasMessage("cannot enter component instance: it trapped before");
    }

    @Test
    void nothingRunsAfterItWasClosed() {
        assertThat(guard.close()).isTrue();
        assertThat(guard.close()).isFalse();
        assertThatThrownBy(() -> run(() -> 1)).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
    }

    @Test
    void exhaustedStacksAndHeapsAreTraps() {
        assertThatThrownBy(() -> run(() -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(Trap.class)
                .hasMessage("call stack exhausted");
        assertThatThrownBy(() -> new CallGuard(Limits.defaults()).run(
                        () -> {
                            throw new OutOfMemoryError();
                        },
                        CallGuard.NO_NOTE))
                .isInstanceOf(Trap.class)
                .hasMessage("memory limit exceeded: the host has no more");
    }

    @Test
    void aCallPastItsDeadlineIsInterruptedAndTellsIt() {
        var limited = new CallGuard(Limits.defaults().withDeadline(Duration.ofMillis(20)));
        assertThatThrownBy(() -> limited.run(
                        () -> {
                            while (!Thread.currentThread().isInterrupted()) {
                                Thread.onSpinWait();
                            }
                            throw new Trap(Trap.Kind.INTERRUPTED);
                        },
                        CallGuard.NO_NOTE))
                .isInstanceOf(Trap.class)
                .hasMessage("deadline exceeded: the call took longer than 20 ms")
                .extracting(e -> ((Trap) e).note())
                .isEqualTo("the call took longer than 20 ms");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void eachCallCanHaveADeadlineOfItsOwn() {
        guard.deadline(Optional.of(Duration.ofMillis(1)));
        guard.deadline(Optional.of(Duration.ofMinutes(1)));
        assertThat(run(() -> {
                    assertThatThrownBy(() -> guard.deadline(Optional.empty()))
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("a call under way");
                    guard.budget().check();
                    return 1;
                }))
                .isEqualTo(1);
        guard.deadline(Optional.of(Duration.ofMillis(2)));
        assertThatThrownBy(() -> run(() -> {
                    interruption();
                    throw new Trap(Trap.Kind.INTERRUPTED);
                }))
                .hasMessage("deadline exceeded: the call took longer than 2 ms");
    }

    @Test
    void aCallWithinItsDeadlineLeavesTheThreadAsItWas() {
        var limited = new CallGuard(Limits.defaults().withDeadline(Duration.ofMinutes(1)));
        assertThat(limited.<Integer>run(() -> 1, CallGuard.NO_NOTE)).isEqualTo(1);
        Thread.currentThread().interrupt();
        assertThat(limited.<Integer>run(() -> 2, CallGuard.NO_NOTE)).isEqualTo(2);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aCallThatLooksForItselfNeedsNoInterruption() {
        var limited = new CallGuard(Limits.defaults().withDeadline(Duration.ofMillis(1)));
        assertThatThrownBy(() -> limited.run(
                        () -> {
                            while (true) {
                                limited.budget().check();
                            }
                        },
                        CallGuard.NO_NOTE))
                .isInstanceOf(Trap.class)
                .hasMessage("deadline exceeded: the call took longer than 1 ms");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void aCallThatSwallowsItsInterruptionIsInterruptedAgain() {
        var limited = new CallGuard(Limits.defaults().withDeadline(Duration.ofNanos(1)));
        assertThatThrownBy(() -> limited.run(
                        () -> {
                            for (int i = 0; i < 3; i++) {
                                interruption();
                            }
                            throw new Trap(Trap.Kind.INTERRUPTED);
                        },
                        CallGuard.NO_NOTE))
                .hasMessageStartingWith("deadline exceeded");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void anInterruptionOfAnInnerCallIsNotKeptFromTheOuterOne() {
        var outer = new CallGuard(Limits.defaults().withDeadline(Duration.ofNanos(1)));
        var inner = new CallGuard(Limits.defaults().withDeadline(Duration.ofNanos(1)));
        assertThatThrownBy(() -> outer.run(
                        () -> {
                            assertThat(inner.<Boolean>run(CallGuardTest::interruption, CallGuard.NO_NOTE)).isTrue();
                            interruption();
                            throw new Trap(Trap.Kind.INTERRUPTED);
                        },
                        CallGuard.NO_NOTE))
                .hasMessageStartingWith("deadline exceeded");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    /** Waits for one, and swallows it. */
    private static boolean interruption() {
        while (!Thread.interrupted()) {
            Thread.onSpinWait();
        }
        return true;
    }

    private <T> T run(Supplier<T> call) {
        return guard.run(call, CallGuard.NO_NOTE);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
