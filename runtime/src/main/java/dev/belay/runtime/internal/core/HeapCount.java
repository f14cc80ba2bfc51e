package dev.belay.runtime.internal.core;

import dev.belay.runtime.Trap;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * About how much of the host's heap the structs and arrays of an instance take. Only the collector knows which of them live: so
 * one of each 32 KiB or so is asked, through a weak reference, and stands for those around it. Which one is left to chance, or a
 * guest could let just these go. Whenever the collector has run, those that are left are summed up.
 *
 * <p>What has not met a collection is not held against the guest: the JVM has room for it as long as it does not collect. Large
 * arrays are, since the JVM may put them where it collects last. Confined to the instance's thread.
 */
public final class HeapCount {
    private static final int INTERVAL = 1 << 15;
    /** Of the limit: the least that is to be made before the whole heap is collected once more for one instance. */
    private static final int LEAST_GROWTH = 8;

    /** Bytes of an array that the JVM may put apart from what is new. */
    private static final int LARGE = 1 << 18;
    /** Of the limit: what may be made of large arrays without a collection. */
    private static final int LARGE_UNSEEN = 2;

    private final CoreBudget budget;
    private List<Sample> samples = new ArrayList<>(0);
    /** Collections of the JVM that the samples have met. */
    private long met;
    /** What was left, and more than was allowed, has to grow to this before the whole heap is collected again. */
    private long suspicious;
    /** Bytes of large arrays since the last collection. */
    private long large;

    /** Java's management is loaded when it is asked for the first time: few guests have such objects. */
    private static final class Collections {
        private static final List<GarbageCollectorMXBean> ALL = ManagementFactory.getGarbageCollectorMXBeans();

        private Collections() {}

        static long count() {
            long count = 0;
            for (GarbageCollectorMXBean each : ALL) {
                count += each.getCollectionCount();
            }
            return count;
        }
    }

    private static final class Sample extends WeakReference<Object> {
        final long bytes;

        Sample(Object object, long bytes) {
            super(object);
            this.bytes = bytes;
        }
    }

    HeapCount(CoreBudget budget) {
        this.budget = budget;
    }

    /**
     * Lets an object stand for what was made since the last one.
     *
     * @param bytes that it takes itself
     * @return how many bytes may be made until the next is to be counted
     * @throws Trap if the instance has more than it may
     */
    public long count(Object object, long bytes) {
        if (samples.isEmpty()) {
            // Java's management may not be loaded yet
            StackRoom.require();
        }
        long collections = Collections.count();
        if (collections != met) {
            met = collections;
            check();
        }
        large += bytes >= LARGE ? bytes : 0;
        if (large / LARGE_UNSEEN > budget.heapLimit()) {
            collect();
        }
        samples.add(new Sample(object, Math.max(bytes, INTERVAL)));
        return ThreadLocalRandom.current().nextInt(2 * INTERVAL);
    }

    /**
     * @throws Trap if so much is more than the instance may have
     */
    public void requireRoom(long bytes) {
        if (bytes > budget.heapLimit()) {
            throw trap(bytes);
        }
    }

    private void check() {
        large = 0;
        // most collections look at what is new: what is old may be gone, and be counted still
        if (left() > Math.max(budget.heapLimit(), suspicious)) {
            collect();
        }
    }

    private void collect() {
        System.gc();
        met = Collections.count();
        large = 0;
        long limit = budget.heapLimit();
        long live = left();
        if (live > limit) {
            throw trap(live);
        }
        suspicious = live + limit / LEAST_GROWTH;
    }

    /** What those that are left stand for. */
    private long left() {
        long sum = 0;
        var living = new ArrayList<Sample>();
        for (Sample each : samples) {
            if (!each.refersTo(null)) {
                sum += each.bytes;
                living.add(each);
            }
        }
        samples = living;
        return sum;
    }

    private Trap trap(long bytes) {
        return Trap.of(
                Trap.Kind.MEMORY_LIMIT,
                "the instance has structs and arrays of about " + bytes + " bytes, its limit leaves "
                        + budget.heapLimit() + " for them");
    }
}
