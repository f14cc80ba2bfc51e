package dev.belay.platform.serve;

import dev.belay.platform.observe.Rate;
import dev.belay.platform.shape.Bodies;
import dev.belay.platform.shape.Breaker;
import dev.belay.platform.shape.HeldExchange;
import dev.belay.platform.shape.Rules;
import dev.belay.platform.shape.ShapeCounts;
import dev.belay.platform.spec.TrafficSpec;
import dev.belay.runtime.Limits;
import dev.belay.wasi.http.RequestOutcome;
import dev.belay.wasi.http.transport.HttpField;
import dev.belay.wasi.http.transport.ServerExchange;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Requests of an application that asks for more than to be handed on. It has the state that goes with one setting of traffic. */
final class Shaper {
    /** Bodies that are kept to be sent again; larger ones are sent once. */
    private static final int MOST_KEPT = 1 << 20;

    private final TrafficSpec spec;
    private final ShapeCounts counts;
    private final Mirroring mirroring;
    private final Optional<Rate> rate;
    private final Optional<Breaker> breaker;

    Shaper(TrafficSpec spec, ShapeCounts counts, Mirroring mirroring) {
        this.spec = spec;
        this.counts = counts;
        this.mirroring = mirroring;
        this.rate = spec.rate().map(its -> new Rate(its.perSecond(), its.burst()));
        this.breaker = spec.breaker().map(its -> new Breaker(its, counts));
    }

    RequestOutcome handle(ServerExchange exchange, Serving serving) {
        if (rate.isPresent() && !rate.get().tryTake()) {
            counts.limited();
            return Outcomes.answer(exchange, 429, "too many requests in a second: try again later\n", HttpField.of("retry-after", "1"));
        }
        if (breaker.isPresent() && !breaker.get().allows()) {
            counts.rested();
            return Outcomes.answer(
                    exchange, 503, "too many requests failed: try again later\n",
                    HttpField.of("retry-after", Long.toString(Math.max(1, spec.breaker().orElseThrow().rest().toSeconds()))));
        }
        boolean failure = true;
        try {
            RequestOutcome outcome = attempt(exchange, serving);
            failure = Outcomes.isFailure(outcome);
            return outcome;
        } finally {
            if (breaker.isPresent()) {
                breaker.get().ended(failure);
            }
        }
    }

    private RequestOutcome attempt(ServerExchange exchange, Serving serving) {
        int more = spec.retries()
                .filter(its -> its.methods().contains(exchange.method()))
                .map(TrafficSpec.Retries::attempts)
                .orElse(0);
        boolean isMirrored = spec.mirror()
                .filter(its -> ThreadLocalRandom.current().nextInt(100) < its.percent())
                .isPresent();
        long end = System.nanoTime() + spec.timeout().map(Duration::toNanos).orElse(Long.MAX_VALUE / 2);
        if (more == 0 && !isMirrored) {
            return once(exchange, serving, end);
        }
        Bodies.Read body;
        try {
            body = Bodies.read(exchange.requestBody(), MOST_KEPT);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Outcomes.answer(exchange, 503, "the host stops\n");
        }
        return repeated(exchange, serving, body, body.isWhole() ? more : 0, end, isMirrored);
    }

    private RequestOutcome repeated(
            ServerExchange exchange, Serving serving, Bodies.Read body, int attempts, long end, boolean isMirrored) {
        int more = attempts;
        while (true) {
            var held = new HeldExchange(exchange, body.again(), more > 0);
            RequestOutcome outcome = once(held, serving, end);
            boolean again = held.isHeld()
                    && outcome.result() != RequestOutcome.Result.DISCONNECTED
                    && System.nanoTime() < end;
            if (!again) {
                if (held.isHeld()) {
                    Outcomes.await(held.release());
                }
                if (isMirrored) {
                    mirroring.mirror(spec.mirror().orElseThrow(), serving, exchange.request(), body, held.summary(), counts);
                }
                return outcome;
            }
            counts.retried();
            more--;
        }
    }

    private RequestOutcome once(ServerExchange exchange, Serving serving, long end) {
        Revision revision = pick(exchange, serving);
        try {
            return revision.handle(exchange, limits(revision, end));
        } finally {
            revision.leave();
        }
    }

    private Limits limits(Revision revision, long end) {
        if (spec.timeout().isEmpty()) {
            return revision.limits();
        }
        Duration left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
        return revision.limits().deadline().filter(its -> its.compareTo(left) < 0).isPresent()
                ? revision.limits()
                : revision.limits().withDeadline(left);
    }

    private Revision pick(ServerExchange exchange, Serving serving) {
        Optional<Revision> asked = spec.rules().isEmpty()
                ? Optional.empty()
                : Rules.revision(spec.rules(), exchange.request()).flatMap(serving::named).map(Revision::enter);
        return asked.orElseGet(serving::entered);
    }
}
