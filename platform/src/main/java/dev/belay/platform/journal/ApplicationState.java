package dev.belay.platform.journal;

import dev.belay.platform.spec.ApplicationSpec;
import dev.belay.platform.spec.RevisionSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An application as it is to be.
 *
 * @param previous revisions that are kept for a rollback, the newest first
 * @param weights how many of a hundred requests each revision gets, by its name; empty for all to the current one
 */
public record ApplicationState(ApplicationSpec spec, List<RevisionSpec> previous, Map<String, Integer> weights) {
    /** Nobody goes back further, and each is held in memory. */
    private static final int KEPT = 2;

    public ApplicationState {
        previous = List.copyOf(previous);
        weights = Collections.unmodifiableMap(new TreeMap<>(weights));
    }

    public static ApplicationState of(ApplicationSpec spec) {
        return new ApplicationState(spec, List.of(), Map.of());
    }

    /** With another specification: its revision is kept if the new one is another. */
    public ApplicationState with(ApplicationSpec other) {
        if (other.revision().equals(spec.revision())) {
            return new ApplicationState(other, previous, weights);
        }
        var kept = new ArrayList<RevisionSpec>();
        kept.add(spec.revision());
        previous.stream().filter(its -> !its.equals(other.revision()) && !kept.contains(its)).forEach(kept::add);
        return new ApplicationState(other, kept.subList(0, Math.min(KEPT, kept.size())), Map.of());
    }

    public ApplicationState withWeights(Map<String, Integer> shares) {
        return new ApplicationState(spec, previous, shares);
    }
}
