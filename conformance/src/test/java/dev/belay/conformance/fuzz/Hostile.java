package dev.belay.conformance.fuzz;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.binary.ComponentDecoder;
import dev.belay.component.binary.ComponentEncoder;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.text.ComponentText;
import dev.belay.component.validate.ComponentValidator;
import dev.belay.runtime.Component;
import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Limits;
import dev.belay.runtime.LinkException;
import dev.belay.runtime.Linker;
import dev.belay.runtime.Trap;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Gives bytes to everything that reads components, and allows nothing but Belay's own errors, in bounded time and space. */
final class Hostile {
    /** All that one instance may use of memory. */
    private static final long MEMORY = 4L << 20;

    private static final Limits LIMITS = Limits.defaults()
            .withMemoryBytes(MEMORY)
            .withDeadline(Duration.ofMillis(200))
            .withTableElements(10_000)
            .withHandles(1_000);
    /** What anything may take: of the processor, since the machine has other work as well. */
    static final long MAX_NANOS = 1_000_000_000L;
    /**
     * What is allocated for however small a file, all in all and not at once: some hundred bytes for each step that the
     * validator's own bound on its work allows.
     */
    private static final long ALLOCATED_ALWAYS = 256L << 20;
    /** And for each byte of it. */
    private static final long ALLOCATED_PER_BYTE = 16L << 10;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** How far a binary came. */
    enum Reached {
        NOTHING,
        DECODED,
        VALID,
        LINKED,
        INSTANTIATED
    }

    record Outcome(Reached reached, long nanos, long allocated) {}

    private Hostile() {}

    /**
     * @throws AssertionError if it takes too long, or allocates too much
     */
    static Outcome survive(byte[] bytes) {
        long most = ALLOCATED_ALWAYS + ALLOCATED_PER_BYTE * bytes.length;
        Outcome outcome = measure(bytes);
        if (outcome.nanos > MAX_NANOS || outcome.allocated > most) {
            // The first binary that comes so far has classes loaded, and instrumented: that is not its doing.
            outcome = measure(bytes);
        }
        if (outcome.nanos > MAX_NANOS) {
            throw new AssertionError("takes " + outcome.nanos / 1_000_000 + " ms");
        }
        if (outcome.allocated > most) {
            throw new AssertionError("allocates " + outcome.allocated + " bytes for " + bytes.length);
        }
        return outcome;
    }

    private static Outcome measure(byte[] bytes) {
        long nanos = THREADS.getCurrentThreadCpuTime();
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        Reached reached = reach(bytes);
        return new Outcome(
                reached,
                THREADS.getCurrentThreadCpuTime() - nanos,
                THREADS.getCurrentThreadAllocatedBytes() - allocated);
    }

    /** Whatever is decoded can be printed, valid or not, unless a core module in it is malformed. */
    private static void print(ComponentBinary decoded) {
        try {
            ComponentText.of(decoded, true);
        } catch (InvalidComponentException e) {
            // Validation refuses it, too, or does not look at that module.
        }
    }

    /** As {@link #survive}, without bounds. */
    static Reached reach(byte[] bytes) {
        var reached = Reached.NOTHING;
        try {
            var decoded = ComponentDecoder.decode(bytes);
            reached = Reached.DECODED;
            if (!ComponentDecoder.decode(ComponentEncoder.encode(decoded)).equals(decoded)) {
                throw new AssertionError("is another component after encoding");
            }
            print(decoded);
            ComponentValidator.validate(decoded);
            reached = Reached.VALID;
            var component = Component.of(decoded);
            var linked = new Linker().link(component);
            reached = Reached.LINKED;
            linked.instantiate(InstanceState.empty(), LIMITS);
            return Reached.INSTANTIATED;
        } catch (InvalidComponentException e) {
            if (e.offset() < 0 || e.offset() > bytes.length) {
                throw new AssertionError("says it is wrong at an offset that it does not have", e);
            }
            return reached;
        } catch (LinkException | Trap e) {
            return reached;
        }
    }
}
