package dev.belay.platform.journal;

import dev.belay.platform.spec.StackSpec;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be: the sum of all changes so far.
 *
 * @param sequence of the last change; 0 before the first
 */
public record DesiredState(long sequence, Map<String, StackSpec> stacks, Map<String, ApplicationState> applications) {
    public DesiredState {
        stacks = Collections.unmodifiableMap(new HashMap<>(stacks));
        applications = Collections.unmodifiableMap(new HashMap<>(applications));
    }

    public static DesiredState empty() {
        return new DesiredState(0, Map.of(), Map.of());
    }

    public DesiredState after(Change change) {
        var next = new HashMap<String, ApplicationState>();
        if (!change.whole()) {
            next.putAll(applications);
        }
        next.putAll(change.applications());
        change.removed().forEach(next::remove);
        return new DesiredState(change.sequence(), change.stacks(), next);
    }

    /** The change that comes to this state from nothing. */
    Change whole(Instant at) {
        return new Change(sequence, at, "snapshot", "", true, applications, List.of(), stacks);
    }
}
