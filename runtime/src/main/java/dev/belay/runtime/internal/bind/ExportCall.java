package dev.belay.runtime.internal.bind;

import dev.belay.runtime.internal.fuse.Gate;
import dev.belay.runtime.internal.typed.RawCall;
import dev.belay.runtime.value.ResultException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One exported function of one instance, as a class calls it that was written for a Java interface. */
public final class ExportCall {
    private final HostEntry entry;
    private final Gate[] gates;
    private final Guest guest;
    private final RawCall function;
    private final @Nullable RawCall postReturn;
    private final Gate gate;
    private final UnaryOperator<RuntimeException> failures;

    /**
     * @param gates of the part that has the function, first, and of those around it
     * @param failures what the host sees of what the function throws
     */
    public ExportCall(
            HostEntry entry,
            List<Gate> gates,
            Guest guest,
            RawCall function,
            Optional<RawCall> postReturn,
            UnaryOperator<RuntimeException> failures) {
        this.entry = entry;
        this.gates = gates.toArray(Gate[]::new);
        this.guest = guest;
        this.function = function;
        this.postReturn = postReturn.orElse(null);
        this.gate = gates.getFirst();
        this.failures = failures;
    }

    /** Before anything else; what fails here needs no {@link #failed}. */
    public void enter() {
        entry.enter();
    }

    /** The guest, entered. */
    public Guest begin() {
        for (Gate each : gates) {
            each.enter();
        }
        guest.begin();
        return guest;
    }

    public RawCall function() {
        return function;
    }

    /** @param result what the function returned */
    public void postReturn(long result) {
        if (postReturn != null) {
            gate.close(true);
            postReturn.raw(result);
            gate.close(false);
        }
    }

    /** The same for a function that returned nothing. */
    public void postReturn() {
        if (postReturn != null) {
            gate.close(true);
            postReturn.raw();
            gate.close(false);
        }
    }

    public void leave() {
        for (Gate each : gates) {
            each.leave();
        }
        entry.leave();
    }

    public Throwable failed(Throwable thrown) {
        return entry.failed(thrown instanceof RuntimeException e ? failures.apply(e) : thrown);
    }

    /** @param error of a {@code result} */
    public static ResultException error(Optional<Object> error) {
        return new ResultException(error);
    }
}
