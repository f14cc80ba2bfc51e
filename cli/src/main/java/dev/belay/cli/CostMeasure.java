package dev.belay.cli;

import dev.belay.runtime.Component;
import dev.belay.runtime.Engine;
import dev.belay.runtime.EngineSettings;
import dev.belay.runtime.Instance;
import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Limits;
import dev.belay.runtime.LinkException;
import dev.belay.runtime.LinkedComponent;
import dev.belay.runtime.Trap;
import dev.belay.wasi.WasiContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Finds out what a component costs, by loading copies of it and making instances that are granted nothing. */
final class CostMeasure {
    /** Start functions are the guest's, and need not end. */
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final Limits LIMITS = Limits.forRequests().withDeadline(DEADLINE);
    /** Timed until the JVM has had time to compile what makes instances. */
    private static final long TIMED_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** More of them than these are no better. */
    private static final int MOST_TIMED = 20_000;
    /** Copies or instances kept at a time: small ones are many, or objects of others that come and go would hide them. */
    private static final int MOST_KEPT = 200;
    /** Copies of files that are as large as this are few, and fill no heap. */
    private static final long KEPT_BYTES = 64 << 20;
    private static final int FEWEST = 2;
    private static final long KEEPING_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final byte[] bytes;

    private CostMeasure(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @throws dev.belay.component.InvalidComponentException if they are no valid component
     */
    static Cost of(byte[] bytes) {
        return new CostMeasure(bytes).cost();
    }

    private Cost cost() {
        Component component = load();
        // A first look, not kept: what Belay and Java make once is then there.
        heapOfEach(1, this::load);
        long loaded = heapOfEach(Math.max(FEWEST, fitting(bytes.length)), this::load);
        return new Cost(component.cost(), loaded, instance(component));
    }

    /** Nothing is shared with other copies: each has an engine, and bytes, of its own. */
    private Component load() {
        return Engine.of(EngineSettings.defaults()).load(bytes.clone());
    }

    private static Cost.OfInstance instance(Component component) {
        try {
            LinkedComponent linked = Grants.link(component);
            long nanos = nanos(linked);
            int kept = fitting(heapOfEach(1, () -> instantiate(linked)));
            return new Cost.OfInstance.Measured(heapOfEach(kept, () -> instantiate(linked)), nanos);
        } catch (LinkException | Trap e) {
            return new Cost.OfInstance.Unknown(ErrorReport.oneLine(ErrorReport.message(e)));
        }
    }

    /** How many of that size are kept at a time. */
    private static int fitting(long size) {
        return (int) Math.clamp(KEPT_BYTES / Math.max(size, 1), 1, MOST_KEPT);
    }

    private static Instance instantiate(LinkedComponent linked) {
        return linked.instantiate(InstanceState.of(WasiContext.class, WasiContext.builder().build()), LIMITS);
    }

    /** The median of the later half: by then the JVM has compiled what it is going to. */
    private static long nanos(LinkedComponent linked) {
        var taken = new long[MOST_TIMED];
        int count = 0;
        long start = System.nanoTime();
        do {
            long before = System.nanoTime();
            Instance instance = instantiate(linked);
            taken[count++] = System.nanoTime() - before;
            instance.close();
        } while (count < MOST_TIMED && System.nanoTime() - start < TIMED_NANOS);
        LongStream later = Arrays.stream(taken, count / 2, count).sorted();
        return later.skip((count - count / 2) / 2).findFirst().orElseThrow();
    }

    /**
     * By how much the heap grows for each that is kept.
     *
     * @param most how many are made, or fewer if that takes long
     */
    private static long heapOfEach(int most, Supplier<?> made) {
        var kept = new Object[most];
        int count = 0;
        long before = used();
        long start = System.nanoTime();
        do {
            kept[count++] = made.get();
        } while (count < most && (count < FEWEST || System.nanoTime() - start < KEEPING_NANOS));
        long after = used();
        for (Object each : kept) {
            if (each instanceof Instance instance) {
                instance.close();
            }
        }
        return Math.max(0, after - before) / count;
    }

    /** In bytes, when garbage is collected: what is weakly reachable goes in the first collections only. */
    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
