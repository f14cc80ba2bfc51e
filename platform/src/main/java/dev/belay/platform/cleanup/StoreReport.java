package dev.belay.platform.cleanup;

import dev.belay.platform.spec.Digest;
import java.time.Instant;
import java.util.List;

/**
 * What is in a host's store.
 *
 * @param blobs components and files, those that are used by most applications first
 * @param code compiled
 */
public record StoreReport(List<Blob> blobs, Code code) {
    public StoreReport {
        blobs = List.copyOf(blobs);
    }

    /** Why something is kept, the strongest reason that there is. */
    public enum Use {
        /** A revision that serves has it. */
        SERVING,
        /** A revision before, that is kept loaded, has it; or a harness that no application has now. */
        KEPT,
        /** One of the last changes, to which one can go back, had it. */
        HISTORY,
        /** Somebody sent it, or asked whether it is there, not long ago: a change may be about to need it. */
        FRESH,
        /** Nothing needs it: it goes with the next clean-up. */
        UNNEEDED
    }

    /**
     * @param label what people call it; empty if that is not known
     * @param applications how many have it now
     */
    public record Blob(Digest digest, long bytes, Instant written, Use use, String label, int applications) {}

    /** Compiled code, which can always be compiled again. */
    public record Code(int entries, long bytes) {}
}
