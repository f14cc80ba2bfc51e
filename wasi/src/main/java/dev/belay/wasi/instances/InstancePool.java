package dev.belay.wasi.http;

import dev.belay.runtime.ComponentFunction;
import dev.belay.runtime.Instance;
import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Limits;
import dev.belay.runtime.LinkedComponent;
import java.util.EnumMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Instances that are used for one request after the other: they see what earlier ones left. One that fails is not used again.
 * Thread-safe.
 */
final class InstancePool {
    private final LinkedComponent component;
    private final Function<Instance, ComponentFunction> handle;
    private final int most;
    private final int reuse;
    private final ConcurrentLinkedDeque<Pooled> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger count = new AtomicInteger();
    private final LongAdder made = new LongAdder();
    /** By the ordinal of why. */
    private final LongAdder[] ended =
            Stream.generate(LongAdder::new).limit(PoolCounts.End.values().length).toArray(LongAdder[]::new);

    /**
     * @param handle finds what is called for each request, once for each instance
     * @param most that are kept while they have nothing to do
     * @param reuse how many requests one is used for
     */
    InstancePool(LinkedComponent component, Function<Instance, ComponentFunction> handle, int most, int reuse) {
        this.component = component;
        this.handle = handle;
        this.most = most;
        this.reuse = reuse;
    }

    /** An instance with the limits that it was made with, and how often it was used. */
    static final class Pooled {
        private final Instance instance;
        private final ComponentFunction handle;
        private final Limits limits;
        private int uses;

        private Pooled(Instance instance, ComponentFunction handle, Limits limits) {
            this.instance = instance;
            this.handle = handle;
            this.limits = limits;
        }

        ComponentFunction handle() {
            return handle;
        }
    }

    /** One that is idle and has the same limits; otherwise a fresh one, which may be kept afterwards. */
    Pooled take(InstanceState state, Limits limits) {
        Optional<Pooled> kept = Optional.ofNullable(idle.pollFirst());
        if (kept.isPresent()) {
            count.decrementAndGet();
            if (kept.get().limits.equals(limits)) {
                return kept.get();
            }
            end(kept.get(), PoolCounts.End.OTHER_LIMITS);
        }
        Instance fresh = component.instantiate(state, limits);
        made.increment();
        return new Pooled(fresh, handle.apply(fresh), limits);
    }

    /** Takes one back that did its work. */
    void give(Pooled pooled) {
        pooled.uses++;
        if (pooled.uses >= reuse) {
            end(pooled, PoolCounts.End.USED_UP);
        } else if (count.incrementAndGet() > most) {
            count.decrementAndGet();
            end(pooled, PoolCounts.End.SURPLUS);
        } else {
            idle.addFirst(pooled);
        }
    }

    /** Takes one back that failed. */
    void drop(Pooled pooled) {
        end(pooled, PoolCounts.End.FAILED);
    }

    private void end(Pooled pooled, PoolCounts.End how) {
        pooled.instance.close();
        ended[how.ordinal()].increment();
    }

    /** What became of its instances so far: while some come and go, about. */
    PoolCounts counts() {
        var ends = new EnumMap<PoolCounts.End, Long>(PoolCounts.End.class);
        for (PoolCounts.End how : PoolCounts.End.values()) {
            ends.put(how, ended[how.ordinal()].sum());
        }
        return new PoolCounts(made.sum(), count.get(), ends);
    }
}
