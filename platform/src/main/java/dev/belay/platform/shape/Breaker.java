package dev.belay.platform.shape;

import dev.belay.platform.spec.TrafficSpec;

/** Gives an application a rest when too many of its requests fail. Thread-safe. */
public final class Breaker {
    private final TrafficSpec.Breaker spec;
    private final ShapeCounts counts;
    private long windowStart;
    private int requests;
    private int failures;
    private State state = State.CLOSED;
    private long restsUntil;

    private enum State {
        CLOSED,
        RESTING,
        TRYING
    }

    public Breaker(TrafficSpec.Breaker spec, ShapeCounts counts) {
        this.spec = spec;
        this.counts = counts;
    }

    /** Whether a request may go on; the first after a rest is a trial. Every one that may has to be {@link #ended}. */
    public boolean allows() {
        return allows(System.nanoTime());
    }

    public void ended(boolean failure) {
        ended(failure, System.nanoTime());
    }

    synchronized boolean allows(long now) {
        return switch (state) {
            case CLOSED -> true;
            case TRYING -> false;
            case RESTING -> {
                if (now - restsUntil < 0) {
                    yield false;
                }
                state = State.TRYING;
                yield true;
            }
        };
    }

    synchronized void ended(boolean failure, long now) {
        switch (state) {
            case TRYING -> {
                if (failure) {
                    rest(now);
                } else {
                    state = State.CLOSED;
                    begin(now);
                }
            }
            case CLOSED -> count(failure, now);
            case RESTING -> {
                // It began before the rest did.
            }
        }
    }

    private void count(boolean failure, long now) {
        if (requests == 0 || now - windowStart > spec.window().toNanos()) {
            begin(now);
        }
        requests++;
        failures += failure ? 1 : 0;
        if (requests >= spec.minimum() && failures >= spec.errors() * requests) {
            rest(now);
        }
    }

    private void begin(long now) {
        windowStart = now;
        requests = 0;
        failures = 0;
    }

    private void rest(long now) {
        state = State.RESTING;
        restsUntil = now + spec.rest().toNanos();
        counts.rests();
        begin(now);
    }
}
