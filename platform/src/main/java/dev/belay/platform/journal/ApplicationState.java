package dev.belay.platform.journal;

import dev.belay.platform.spec.ApplicationSpec;
import dev.belay.platform.spec.Part;
import dev.belay.platform.spec.RevisionSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An application as it is to be.
 *
 * @param previous revisions that are kept for a rollback, the newest first
 * @param canaryStep how far the current revision has come, as an index of the canary's steps; {@link #NO_CANARY} if it gets all
 * @param weights how many of a hundred requests each revision gets, by its name; empty for all to the current one
 */
public record ApplicationState(
        ApplicationSpec spec, List<RevisionSpec> previous, Map<String, Integer> weights, int canaryStep) {
    /** The canary step of an application that has none under way. */
    public static final int NO_CANARY = -1;

    private static final int ALL = 100;

    /** Nobody goes back further, and each is held in memory. */
    private static final int KEPT = 2;

    public ApplicationState {
        previous = List.copyOf(previous);
        weights = Collections.unmodifiableMap(new TreeMap<>(weights));
    }

    public static ApplicationState of(ApplicationSpec spec) {
        return new ApplicationState(spec, List.of(), Map.of(), NO_CANARY);
    }

    /** All bytes that its revisions are made of. */
    Stream<Part> parts() {
        return Stream.concat(spec.revision().parts(), previous.stream().flatMap(RevisionSpec::parts));
    }

    /** With another specification: its revision is kept if the new one is another. */
    public ApplicationState with(ApplicationSpec other) {
        if (other.revision().equals(spec.revision())) {
            return new ApplicationState(other, previous, weights, canaryStep);
        }
        var kept = new ArrayList<RevisionSpec>();
        kept.add(spec.revision());
        previous.stream().filter(its -> !its.equals(other.revision()) && !kept.contains(its)).forEach(kept::add);
        return new ApplicationState(other, kept.subList(0, Math.min(KEPT, kept.size())), Map.of(), NO_CANARY);
    }

    /** With the current revision at the first of its canary's steps, if it has any. */
    public ApplicationState begun() {
        return spec.traffic().canary().isEmpty() || previous.isEmpty() ? this : atStep(0);
    }

    /** With the current revision at a step of its canary; behind the last it gets all requests. */
    public ApplicationState atStep(int step) {
        List<Integer> steps = spec.traffic().canary().map(its -> its.steps()).orElse(List.of());
        if (step >= steps.size() || previous.isEmpty()) {
            return withWeights(Map.of());
        }
        int percent = steps.get(step);
        return new ApplicationState(
                spec, previous, Map.of(spec.revision().id(), percent, previous.getFirst().id(), ALL - percent), step);
    }

    public ApplicationState withWeights(Map<String, Integer> shares) {
        return new ApplicationState(spec, previous, shares, NO_CANARY);
    }
}
