package dev.belay.platform.serve;

import dev.belay.platform.shape.Bodies;
import dev.belay.platform.shape.HeldExchange;
import dev.belay.platform.shape.ShapeCounts;
import dev.belay.platform.spec.TrafficSpec;
import dev.belay.wasi.http.transport.RequestHead;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Sends requests to others as well, beside and never before what clients wait for. */
final class Mirroring {
    /** At a time: what finds no room is not mirrored. */
    private static final int MOST = 64;
    private static final int MOST_BYTES = 16 << 20;

    private final Semaphore room = new Semaphore(MOST);
    private final Function<String, Optional<Application>> applications;

    /** @param applications by name */
    Mirroring(Function<String, Optional<Application>> applications) {
        this.applications = applications;
    }

    void mirror(
            TrafficSpec.Mirror spec,
            Serving serving,
            RequestHead request,
            Bodies.Read body,
            HeldExchange.Summary answered,
            ShapeCounts counts) {
        Optional<Revision> target = spec.application().isPresent()
                ? spec.application().flatMap(applications).map(its -> its.serving().current())
                : serving.named(Serving.PREVIOUS);
        if (target.isEmpty() || !body.isWhole() || !room.tryAcquire()) {
            counts.notMirrored();
            return;
        }
        Revision revision = target.get();
        Thread.ofVirtual().name("mirror").start(() -> {
            try {
                revision.enter();
                var exchange = new MemoryExchange(request, body.bytes(), MOST_BYTES);
                var held = new HeldExchange(exchange, body.again(), false);
                revision.uncounted(held, revision.limits());
                counts.mirrored(held.summary().equals(answered));
            } finally {
                revision.leave();
                room.release();
            }
        });
    }
}
