package dev.belay.platform.fair;

import dev.belay.host.http.Turns;
import dev.belay.platform.spec.ApplicationSpec;
import dev.belay.platform.spec.Tenancy;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** All tenants of a host. They take turns if there are several, and one of their applications says whose it is. Thread-safe. */
public final class Tenants {
    /** Things that run for each processor: more than one, since what runs may wait for a disk or a lock. */
    private static final int EACH = 2;

    /** How far behind the accounts of what runs may be while somebody waits. */
    private static final long CHARGE_MILLIS = 10;

    private static final ScheduledExecutorService CLOCK =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("turns").factory());

    private final FairQueue queue;
    private final LongSupplier nanos;
    private final Map<String, Tenant> tenants = new HashMap<>();
    private volatile boolean several;
    private boolean charges;

    public Tenants() {
        this(EACH * Runtime.getRuntime().availableProcessors(), System::nanoTime);
    }

    Tenants(int slots, LongSupplier nanos) {
        this.queue = new FairQueue(slots);
        this.nanos = nanos;
    }

    /** The turns of an application. */
    public Turns of(ApplicationSpec spec) {
        synchronized (queue) {
            return tenant(spec);
        }
    }

    private Tenant tenant(ApplicationSpec spec) {
        Tenancy tenancy = spec.tenancy();
        return tenants.computeIfAbsent(
                tenancy.tenant().orElse(spec.name()), _ -> new Tenant(this, queue, queue.open(tenancy.share()), nanos));
    }

    /**
     * There are these applications, and no others: the share of a tenant is the greatest that one of its applications has. What a
     * tenant that went has waiting or under way ends as usual.
     */
    public void follow(Collection<ApplicationSpec> all) {
        synchronized (queue) {
            var shares = new HashMap<Tenant, Integer>();
            all.forEach(spec -> shares.merge(tenant(spec), spec.tenancy().share(), Math::max));
            tenants.values().retainAll(shares.keySet());
            shares.forEach(Tenant::share);
            several = tenants.size() > 1 && all.stream().anyMatch(spec -> !spec.tenancy().equals(Tenancy.alone()));
        }
    }

    /** Somebody waits: what runs is charged as long as that is so. With the queue's lock. */
    void chargeSoon() {
        if (!charges) {
            charges = true;
            CLOCK.schedule(this::charge, CHARGE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void charge() {
        synchronized (queue) {
            charges = false;
            queue.charge(nanos.getAsLong());
            if (queue.isWaitedFor()) {
                chargeSoon();
            }
        }
    }

    /** Whether anybody has to take turns. */
    boolean areSeveral() {
        return several;
    }
}
