package dev.belay.runtime;

import dev.belay.runtime.internal.core.CallBudget;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets one call at a time into an instance, holds it to its deadline, and lets none in after one that failed. */
final class CallGuard {
    static final Supplier<String> NO_NOTE = () -> "";

    private final OptionalLong fuel;
    private final CallBudget budget;
    private final @Nullable Runnable whenEnded;
    private Optional<Duration> deadline = Optional.empty();
    private @Nullable DeadlineWatch watch;
    private final AtomicBoolean busy = new AtomicBoolean();
    private @Nullable Thread caller;
    private boolean poisoned;
    private boolean closed;

    CallGuard(Limits limits) {
        this(limits, null);
    }

    /** @param whenEnded what to do when a call has ended and before the next may begin; must not throw */
    CallGuard(Limits limits, @Nullable Runnable whenEnded) {
        this.whenEnded = whenEnded;
        this.fuel = limits.fuel();
        this.budget = new CallBudget(limits);
        set(limits.deadline());
    }

    /** Holds calls from now on to another deadline. */
    void deadline(Optional<Duration> each) {
        if (each.equals(deadline)) {
            return;
        }
        if (!busy.compareAndSet(false, true)) {
            throw new IllegalStateException("expected an idle instance to give another deadline, found one with a call under way");
        }
        set(each);
        busy.set(false);
    }

    private void set(Optional<Duration> each) {
        deadline = each;
        budget.deadline(each);
        watch = each.map(CallBudget::nanos).map(DeadlineWatch::of).orElse(null);
    }

    /** What a call may still take; each begins with all of it. */
    CallBudget budget() {
        return budget;
    }

    /**
     * @param note what to add to a trap's message; empty for nothing
     */
    <T> T run(Supplier<T> call, Supplier<String> note) {
        begin();
        T result;
        try {
            result = call.get();
        } catch (RuntimeException | Error e) {
            Throwable failure = failed(e, note);
            throw failure instanceof Error error ? throwing(error) : (RuntimeException) failure;
        }
        end(true);
        return result;
    }

    private static RuntimeException throwing(Error error) {
        throw error;
    }

    /** A call begins; it is to {@link #end} or to {@link #failed}. */
    void begin() {
        enter();
        budget.begin();
        if (watch != null) {
            watch.start();
        }
    }

    void end(boolean completed) {
        if (watch != null) {
            watch.stop();
        }
        leave(completed);
    }

    /**
     * Ends a call that failed.
     *
     * @param note as for {@link #run}
     * @return what to throw
     */
    Throwable failed(Throwable thrown, Supplier<String> note) {
        try {
            return switch (thrown) {
                case StackOverflowError e -> Trap.of(Trap.Kind.STACK_EXHAUSTED, "", e).withNote(note.get());
                case OutOfMemoryError e -> Trap.of(Trap.Kind.MEMORY_LIMIT, "the host has no more", e);
                case RuntimeException e -> failure(e, note);
                default -> thrown;
            };
        } finally {
            end(false);
        }
    }

    private RuntimeException failure(RuntimeException thrown, Supplier<String> note) {
        if (thrown instanceof Trap trap && trap.kind() == Trap.Kind.FUEL && fuel.isPresent()) {
            return Trap.ofLimit(
                    Trap.Kind.FUEL, "the call took more than " + fuel.getAsLong() + " entries and iterations", thrown);
        }
        boolean late = watch != null && watch.stop() || thrown instanceof Trap trap && trap.kind() == Trap.Kind.DEADLINE;
        if (late && deadline.isPresent()) {
            return Trap.ofLimit(Trap.Kind.DEADLINE, "the call took longer than " + text(deadline.get()), thrown);
        }
        return thrown instanceof Trap trap ? trap.withNote(note.get()) : thrown;
    }

    /** Whether the instance was open; a call that still runs goes on. */
    boolean close() {
        if (!busy.compareAndSet(false, true)) {
            throw new IllegalStateException("expected an idle instance to close, found one with a call under way");
        }
        boolean wasOpen = !closed;
        closed = true;
        busy.set(false);
        return wasOpen;
    }

    private void enter() {
        if (!busy.compareAndSet(false, true)) {
            if (caller == Thread.currentThread()) {
                throw new Trap(Trap.Kind.CANNOT_ENTER);
            }
            throw new IllegalStateException(
                    "expected an idle instance, found one with a call under way; use an instance for each thread");
        }
        if (poisoned || closed) {
            boolean wasClosed = closed;
            busy.set(false);
            throw wasClosed
                    ? new IllegalStateException("expected an open instance, found one that was closed")
                    : new Trap(Trap.Kind.POISONED);
        }
        caller = Thread.currentThread();
    }

    private void leave(boolean completed) {
        poisoned |= !completed;
        caller = null;
        if (whenEnded != null) {
            whenEnded.run();
        }
        busy.setRelease(false);
    }

    private static String text(Duration duration) {
        return duration.toMillis() + " ms";
    }
}
