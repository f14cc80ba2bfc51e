package dev.belay.platform.fair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.host.http.Turns;
import dev.belay.platform.Specs;
import dev.belay.platform.spec.ApplicationSpec;
import dev.belay.platform.spec.SpecJson;
import dev.belay.platform.spec.Tenancy;
import dev.belay.wasi.io.Turn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class TenantsTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Tenants tenants = new Tenants(1, System::nanoTime);

    private static ApplicationSpec application(String name, Tenancy tenancy) {
        ApplicationSpec spec = Specs.application(name, Specs.revision(Specs.part("a.wasm")));
        return new ApplicationSpec(name, spec.revision(), spec.triggers(), spec.traffic(), tenancy);
    }

    private static ApplicationSpec alone(String name) {
        return application(name, new Tenancy(Optional.empty(), 2));
    }

    /** Two, of whom one is busy until the latch is down. */
    private Turns busy(CountDownLatch until) throws InterruptedException {
        tenants.follow(List.of(alone("busy"), alone("other")));
        Turns turns = tenants.of(alone("busy"));
        var began = new CountDownLatch(1);
        CompletableFuture.runAsync(() -> turns.runNow(() -> {
            began.countDown();
            return until(until);
        }), Thread::startVirtualThread);
        assertThat(began.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return turns;
    }

    private static boolean until(CountDownLatch latch) {
        try {
            return latch.await(LONG.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void oneTenantAloneTakesNoTurns() {
        tenants.follow(List.of(application("a", new Tenancy(Optional.of("x"), 1)), application("b", new Tenancy(Optional.of("x"), 5))));
        assertThat(tenants.areSeveral()).isFalse();
        tenants.follow(List.of(application("a", Tenancy.alone()), application("b", Tenancy.alone())));
        assertThat(tenants.areSeveral()).as("nobody says whose it is").isFalse();
        Turns turns = tenants.of(application("a", new Tenancy(Optional.of("x"), 1)));
        assertThat(turns).isSameAs(tenants.of(application("b", new Tenancy(Optional.of("x"), 5))));
        assertThat(turns.runNow(() -> turns.runNow(() -> !Turn.CURRENT.isBound()))).isTrue();
    }

    @Test
    void whoFindsNoRoomWaitsAndIsToldIfThatTakesTooLong() throws Exception {
        var until = new CountDownLatch(1);
        Turns turns = busy(until);
        assertThat(turns.runNow(() -> true)).isFalse();
        assertThat(turns.run(() -> {}, Duration.ofNanos(1))).isFalse();
        assertThat(tenants.of(alone("other")).runNow(() -> true)).as("another, which has nothing running").isTrue();

        var ran = CompletableFuture.supplyAsync(() -> {
            try {
                return turns.call(() -> "ran", LONG);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }, Thread::startVirtualThread);
        until.countDown();
        assertThat(ran.get(LONG.toSeconds(), TimeUnit.SECONDS)).contains("ran");
    }

    /** The one that loops has more waiting than it has run, as far as anybody knew when it began. */
    @Test
    void callsThatRunForLongKeepNoOtherTenantOut() throws Exception {
        var until = new CountDownLatch(1);
        Turns looping = busy(until);
        var second = CompletableFuture.supplyAsync(() -> ran(looping, () -> "late"), Thread::startVirtualThread);
        for (int i = 0; i < 5; i++) {
            assertThat(ran(tenants.of(alone("other")), () -> {
                long end = System.nanoTime() + 5_000_000;
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
                return "ran";
            })).as("call %d", i).contains("ran");
        }
        assertThat(second).isNotDone();
        until.countDown();
        assertThat(second.get(LONG.toSeconds(), TimeUnit.SECONDS)).contains("late");
    }

    private static Optional<String> ran(Turns turns, Supplier<String> task) {
        try {
            return turns.call(task, LONG);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatATenantThatWentHasWaitingStillRuns() throws Exception {
        var until = new CountDownLatch(1);
        Turns turns = busy(until);
        var ran = new CompletableFuture<Optional<String>>();
        Thread waiting = Thread.startVirtualThread(() -> {
            try {
                ran.complete(turns.call(() -> "ran", LONG));
            } catch (InterruptedException e) {
                ran.completeExceptionally(e);
            }
        });
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        tenants.follow(List.of(alone("other"), alone("another")));
        assertThat(ran).isNotDone();

        until.countDown();
        assertThat(ran.get(LONG.toSeconds(), TimeUnit.SECONDS)).contains("ran");
        assertThat(tenants.of(alone("other")).runNow(() -> true)).as("nothing is left running").isTrue();
    }

    @Test
    void whoWaitsForSomethingElseLetsOthersRun() throws Exception {
        tenants.follow(List.of(alone("busy"), alone("other")));
        Turns turns = tenants.of(alone("busy"));
        boolean ran = turns.run(() -> {
            try {
                Turn.yieldTo(() -> assertThat(turns.runNow(() -> true)).isTrue());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            assertThat(turns.runNow(() -> true)).as("nobody runs beside it when it goes on").isFalse();
        }, LONG);
        assertThat(ran).isTrue();
        assertThat(turns.runNow(() -> true)).isTrue();
    }

    @Test
    void whoIsInterruptedGoesOnAtOnce() throws Exception {
        var until = new CountDownLatch(1);
        tenants.follow(List.of(alone("busy"), alone("other")));
        Turns turns = tenants.of(alone("busy"));
        boolean ran = turns.run(() -> {
            try {
                Turn.yieldTo(() -> {
                    busy(until);
                    Thread.currentThread().interrupt();
                });
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            assertThat(Thread.interrupted()).isTrue();
        }, LONG);
        until.countDown();
        assertThat(ran).isTrue();
        var again = turns.call(() -> "again", LONG);
        assertThat(again).contains("again");
    }

    @Test
    void whoIsInterruptedInterruptsWhatItComputesAndWaitsForItsEnd() throws Exception {
        tenants.follow(List.of(alone("busy"), alone("other")));
        Turns turns = tenants.of(alone("busy"));
        var computes = new CountDownLatch(1);
        var wasInterrupted = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var ended = new AtomicBoolean();
        var result = new CompletableFuture<String>();
        Thread caller = Thread.startVirtualThread(() -> {
            try {
                boolean ran = turns.run(() -> {
                    computes.countDown();
                    while (!Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                    }
                    wasInterrupted.countDown();
                    while (mayEnd.getCount() > 0) {
                        Thread.onSpinWait();
                    }
                    ended.set(true);
                }, LONG);
                result.complete(ran + ", " + ended + ", " + Thread.interrupted());
            } catch (InterruptedException e) {
                result.completeExceptionally(e);
            }
        });
        assertThat(until(computes)).isTrue();
        caller.interrupt();
        assertThat(until(wasInterrupted)).isTrue();
        assertThat(turns.runNow(() -> true)).as("its turn has not ended").isFalse();
        caller.interrupt();
        mayEnd.countDown();
        assertThat(result.get(LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo("true, true, true");
        assertThat(turns.runNow(() -> !Thread.currentThread().isInterrupted())).isTrue();
    }

    @Test
    void whatATaskOnAnotherThreadThrowsIsThrown() throws Exception {
        tenants.follow(List.of(alone("busy"), alone("other")));
        var failure = new IllegalStateException("oh");
        var thrown = new CompletableFuture<Throwable>();
        Thread.startVirtualThread(() -> {
            try {
                tenants.of(alone("busy")).run(() -> {
                    throw failure;
                }, LONG);
                thrown.complete(new AssertionError("nothing was thrown"));
            } catch (IllegalStateException | InterruptedException e) {
                thrown.complete(e);
            }
        });
        assertThat(thrown.get(LONG.toSeconds(), TimeUnit.SECONDS)).isSameAs(failure);
    }

    @Test
    void aTaskThatThrowsGivesItsTurnBack() {
        tenants.follow(List.of(alone("busy"), alone("other")));
        Turns turns = tenants.of(alone("busy"));
        for (int i = 0; i < 3; i++) {
            try {
                turns.runNow(() -> {
                    throw new IllegalStateException("oh");
                });
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("oh");
            }
        }
        assertThat(turns.runNow(() -> true)).isTrue();
    }

    @Test
    void applicationsOfOldJournalsAreTenantsOfTheirOwn() {
        String json = new String(SpecJson.bytes(application("a", new Tenancy(Optional.of("x"), 3))), StandardCharsets.UTF_8);
        assertThat(SpecJson.read(json.getBytes(StandardCharsets.UTF_8), ApplicationSpec.class).tenancy().share()).isEqualTo(3);
        String old = json.replaceFirst(",\"tenancy\":\\{[^}]*\\}", "");
        assertThat(old).isNotEqualTo(json);
        assertThat(SpecJson.read(old.getBytes(StandardCharsets.UTF_8), ApplicationSpec.class).tenancy()).isEqualTo(Tenancy.alone());
    }
}
