package dev.belay.platform.trace;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** Decides which requests are followed, and makes their spans. Thread-safe. */
public final class Tracer {
    /** The span that the work on this thread is within. */
    public static final ScopedValue<Active> CURRENT = ScopedValue.newInstance();

    private static final Tracer OFF = new Tracer(0, false, _ -> {});

    private final double sample;
    private final boolean on;
    private final Consumer<Span> to;
    private final long epochNanos = System.currentTimeMillis() * 1_000_000 - System.nanoTime();

    private Tracer(double sample, boolean on, Consumer<Span> to) {
        this.sample = sample;
        this.on = on;
        this.to = to;
    }

    /** The trace that the work on this thread belongs to, if it is followed. */
    public static Optional<String> currentTrace() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get().context().trace()) : Optional.empty();
    }

    /** Follows nothing. */
    public static Tracer off() {
        return OFF;
    }

    /**
     * @param sample the share of requests that are followed, of those that nobody follows already
     * @param to is given each span; must neither wait nor throw
     */
    public static Tracer to(double sample, Consumer<Span> to) {
        return new Tracer(sample, true, to);
    }

    /** Whether some request may be followed. */
    public boolean isOn() {
        return on;
    }

    /**
     * Begins the first span here of a request or message.
     *
     * @param parent the header that it came with
     * @param waited since it came
     * @return empty if it is not followed
     */
    public Optional<Active> begin(Optional<String> parent, String name, Span.Kind kind, Duration waited) {
        Optional<TraceContext> from = parent.flatMap(TraceContext::parse);
        boolean sampled = from.map(TraceContext::sampled).orElseGet(() -> ThreadLocalRandom.current().nextDouble() < sample);
        if (!sampled) {
            return Optional.empty();
        }
        TraceContext context = from.map(TraceContext::within).orElseGet(() -> TraceContext.begin(true));
        return Optional.of(new Active(context, from.map(TraceContext::span), name, kind, System.nanoTime() - waited.toNanos()));
    }

    /** A span that has begun. */
    public final class Active {
        private final TraceContext context;
        private final Optional<String> parent;
        private final String name;
        private final Span.Kind kind;
        private final long start;

        private Active(TraceContext context, Optional<String> parent, String name, Span.Kind kind, long start) {
            this.context = context;
            this.parent = parent;
            this.name = name;
            this.kind = kind;
            this.start = start;
        }

        /** For whoever is asked within. */
        public TraceContext context() {
            return context;
        }

        public Active within(String its, Span.Kind ofKind) {
            return new Active(context.within(), Optional.of(context.span()), its, ofKind, System.nanoTime());
        }

        public void end(boolean failed, Map<String, String> attributes) {
            to.accept(new Span(
                    context, parent, name, kind, epochNanos + start, epochNanos + System.nanoTime(), failed, attributes));
        }
    }
}
