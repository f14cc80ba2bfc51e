package dev.belay.runtime.internal.abi;

import dev.belay.component.model.CanonOption.StringEncoding;
import dev.belay.runtime.Trap;
import dev.belay.runtime.internal.memory.LinearMemory;
import java.util.Optional;

/** What surrounds values on their way out of a component. */
public final class LiftContext {
    /**
     * What one call may lift, in bytes of lists and strings. Lists of strings can name the same bytes again and again, so
     * the guest's memory alone is no bound on what the host would have to hold.
     */
    public static final long MAX_LIFTED_BYTES = 1L << 30;

    private final Optional<LinearMemory> memory;
    private final StringEncoding encoding;
    private final HandleLifter handles;
    private final boolean toGuest;
    private long lifted;

    /**
     * @param toGuest whether the values go on to a guest: strings then keep how they were encoded
     */
    public LiftContext(
            Optional<LinearMemory> memory, StringEncoding encoding, HandleLifter handles, boolean toGuest) {
        this.memory = memory;
        this.encoding = encoding;
        this.handles = handles;
        this.toGuest = toGuest;
    }

    LinearMemory memory() {
        return memory.orElseThrow();
    }

    StringEncoding encoding() {
        return encoding;
    }

    HandleLifter handles() {
        return handles;
    }

    boolean toGuest() {
        return toGuest;
    }

    void count(long bytes) {
        lifted += bytes;
        if (lifted > MAX_LIFTED_BYTES) {
            throw tooMuch();
        }
    }

    public static Trap tooMuch() {
        return Trap.of(Trap.Kind.LIST_TOO_LONG, "one call passes more than " + MAX_LIFTED_BYTES + " bytes");
    }

    /** Handles on their way out of a component's table. */
    public interface HandleLifter {
        Object liftOwn(int index, RuntimeResource resource);

        Object liftBorrow(int index, RuntimeResource resource);
    }
}
