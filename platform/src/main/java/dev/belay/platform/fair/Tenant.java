package dev.belay.platform.fair;

import dev.belay.host.http.Turns;
import dev.belay.wasi.io.Turn;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Runs what a tenant has to run when it is that tenant's turn. Everything that changes the queue has its lock. */
final class Tenant implements Turns {
    private final Tenants all;
    private final FairQueue queue;
    private final FairQueue.Line line;
    private final LongSupplier nanos;

    Tenant(Tenants all, FairQueue queue, FairQueue.Line line, LongSupplier nanos) {
        this.all = all;
        this.queue = queue;
        this.line = line;
        this.nanos = nanos;
    }

    void share(int share) {
        line.share(share);
    }

    @Override
    public boolean runNow(BooleanSupplier task) {
        if (!all.areSeveral()) {
            return task.getAsBoolean();
        }
        Optional<Taken> taken;
        synchronized (queue) {
            taken = queue.tryBegin(line).map(Taken::new);
        }
        if (taken.isEmpty()) {
            return false;
        }
        try {
            return ScopedValue.where(Turn.CURRENT, taken.get()).call(task::getAsBoolean);
        } finally {
            taken.get().end();
        }
    }

    @Override
    public boolean run(Runnable task, Duration patience) throws InterruptedException {
        if (!all.areSeveral()) {
            task.run();
            return true;
        }
        Optional<Taken> taken = take(patience);
        if (taken.isEmpty()) {
            return false;
        }
        try {
            Computation.run(() -> ScopedValue.where(Turn.CURRENT, taken.get()).run(task));
            return true;
        } finally {
            taken.get().end();
        }
    }

    private Optional<Taken> take(Duration patience) throws InterruptedException {
        var next = new CountDownLatch(1);
        FairQueue.Entry entry;
        synchronized (queue) {
            entry = enter(next);
        }
        boolean came = false;
        try {
            came = entry.isBegun() || next.await(patience.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            if (!came) {
                synchronized (queue) {
                    if (entry.isBegun()) {
                        queue.end(entry, 0);
                    } else {
                        queue.leave(entry);
                    }
                }
            }
        }
        if (!came) {
            return Optional.empty();
        }
        synchronized (queue) {
            return Optional.of(new Taken(entry));
        }
    }

    private FairQueue.Entry enter(CountDownLatch next) {
        FairQueue.Entry entry = queue.enter(line, next::countDown);
        if (!entry.isBegun()) {
            all.chargeSoon();
        }
        return entry;
    }

    /** A turn that was taken. Used by one thread. */
    private final class Taken implements Turn {
        private FairQueue.Entry entry;
        private long since;

        Taken(FairQueue.Entry entry) {
            this.entry = entry;
            go();
        }

        private void go() {
            since = nanos.getAsLong();
            entry.runsSince(since);
        }

        void end() {
            synchronized (queue) {
                queue.end(entry, nanos.getAsLong() - since);
            }
        }

        @Override
        public void pause() {
            end();
        }

        @Override
        public void resume() {
            var next = new CountDownLatch(1);
            synchronized (queue) {
                entry = enter(next);
            }
            try {
                next.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                synchronized (queue) {
                    queue.force(entry);
                }
            }
            synchronized (queue) {
                go();
            }
        }
    }
}
