package dev.belay.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** For generated code: a handle to a resource, and whether it is still there. */
public final class Handle {
    /** What the running call was lent: it must be dropped before the call ends. */
    private static final List<Handle> LOANS = new ArrayList<>();

    private static final IntConsumer NOTHING = handle -> {};

    private enum State {
        OWNED,
        LENT,
        GONE
    }

    private final int number;
    private final IntConsumer drop;
    private State state;

    private Handle(int number, IntConsumer drop, State state) {
        this.number = number;
        this.drop = drop;
        this.state = state;
    }

    public static Handle owned(int number) {
        return new Handle(number, NOTHING, State.OWNED);
    }

    /** A handle that goes with the call that it came with. */
    public static Handle lent(int number, IntConsumer drop) {
        var handle = new Handle(number, drop, State.LENT);
        LOANS.add(handle);
        return handle;
    }

    static void endLoans() {
        for (Handle handle : LOANS) {
            if (handle.state == State.LENT) {
                handle.state = State.GONE;
                handle.drop.accept(handle.number);
            }
        }
        LOANS.clear();
    }

    public int number() {
        return number;
    }

    /**
     * Passes the resource on for good.
     *
     * @throws IllegalStateException if it is not this component's to give
     */
    public int give() {
        if (state != State.OWNED) {
            throw new IllegalStateException("expected a resource to give away, found one that is "
                    + (state == State.LENT ? "lent" : "closed or was given away"));
        }
        state = State.GONE;
        return number;
    }

    /**
     * The handle for a call.
     *
     * @throws IllegalStateException if the resource was closed or given away
     */
    public int lend() {
        if (state == State.GONE) {
            throw new IllegalStateException("expected an open resource, found one that was closed or given away");
        }
        return number;
    }

    /** Whether the resource is to be dropped: once, and not if it is lent or was given away. */
    public boolean drop() {
        boolean owned = state == State.OWNED;
        if (owned) {
            state = State.GONE;
        }
        return owned;
    }
}
