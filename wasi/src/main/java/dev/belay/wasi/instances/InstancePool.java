package dev.belay.wasi.instances;

import dev.belay.runtime.Instance;
import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Limits;
import dev.belay.runtime.LinkedComponent;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Instances that are used for one call after the other: they see what earlier ones left. One that fails is not used again.
 * Nobody waits for an instance: who finds none idle gets one more. Thread-safe.
 */
public final class InstancePool implements Instances {
    private final LinkedComponent component;
    private final int most;
    private final int reuse;
    private final ConcurrentLinkedDeque<Pooled> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger count = new AtomicInteger();
    private final LongAdder made = new LongAdder();
    /** By the ordinal of why. */
    private final LongAdder[] ended =
            Stream.generate(LongAdder::new).limit(PoolCounts.End.values().length).toArray(LongAdder[]::new);
    /** Since nobody asked for an instance. */
    private volatile boolean resting;

    /**
     * @param most that are kept while they have nothing to do
     * @param reuse how many calls one is used for
     */
    public InstancePool(LinkedComponent component, int most, int reuse) {
        this.component = component;
        this.most = most;
        this.reuse = reuse;
    }

    /** An instance with the limits that it was made with, and how often it was used. */
    private static final class Pooled {
        private final Instance instance;
        private final Limits limits;
        private int uses;

        Pooled(Instance instance, Limits limits) {
            this.instance = instance;
            this.limits = limits;
        }

        /** Whether it can be used under these: a deadline is not of the instance, but of each call. */
        boolean fits(Limits wanted) {
            return limits.equals(wanted) || limits.withDeadline(Duration.ZERO).equals(wanted.withDeadline(Duration.ZERO));
        }
    }

    @Override
    public LinkedComponent component() {
        return component;
    }

    @Override
    public <T> T use(InstanceState state, Limits limits, Function<Instance, T> call) {
        resting = false;
        Pooled pooled = take(state, limits);
        boolean failed = true;
        try {
            T result = call.apply(pooled.instance);
            failed = false;
            return result;
        } finally {
            if (failed) {
                end(pooled, PoolCounts.End.FAILED);
            } else {
                give(pooled);
            }
        }
    }

    /** One that is idle and has the same limits; otherwise a fresh one, which may be kept afterwards. */
    private Pooled take(InstanceState state, Limits limits) {
        Optional<Pooled> kept = next();
        if (kept.isPresent()) {
            if (kept.get().fits(limits)) {
                kept.get().instance.deadline(limits.deadline());
                return kept.get();
            }
            end(kept.get(), PoolCounts.End.OTHER_LIMITS);
        }
        Instance fresh = component.instantiate(state, limits);
        made.increment();
        return new Pooled(fresh, limits);
    }

    private Optional<Pooled> next() {
        Optional<Pooled> kept = Optional.ofNullable(idle.pollFirst());
        kept.ifPresent(_ -> count.decrementAndGet());
        return kept;
    }

    /** Takes one back that did its work. */
    private void give(Pooled pooled) {
        pooled.uses++;
        if (pooled.uses >= reuse) {
            end(pooled, PoolCounts.End.USED_UP);
        } else if (count.incrementAndGet() > most) {
            count.decrementAndGet();
            end(pooled, PoolCounts.End.SURPLUS);
        } else {
            idle.addFirst(pooled);
            if (resting) {
                closeIdle();
            }
        }
    }

    /** Closes what is kept, and what is at work when its call has ended: until somebody asks for an instance again. */
    public void rest() {
        resting = true;
        closeIdle();
    }

    private void closeIdle() {
        for (Optional<Pooled> kept = next(); kept.isPresent(); kept = next()) {
            end(kept.get(), PoolCounts.End.NOT_NEEDED);
        }
    }

    private void end(Pooled pooled, PoolCounts.End how) {
        pooled.instance.close();
        ended[how.ordinal()].increment();
    }

    /** What became of its instances so far: while some come and go, about. */
    public PoolCounts counts() {
        var ends = new EnumMap<PoolCounts.End, Long>(PoolCounts.End.class);
        for (PoolCounts.End how : PoolCounts.End.values()) {
            ends.put(how, ended[how.ordinal()].sum());
        }
        return new PoolCounts(made.sum(), count.get(), ends);
    }
}
