package dev.belay.platform.journal;

import dev.belay.platform.spec.Part;
import dev.belay.platform.spec.StackSpec;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One step from a state to the next.
 *
 * @param sequence counted up by one with each
 * @param action such as {@code apply} or {@code upgrade}
 * @param note for people
 * @param whole whether there is nothing but what is said here, rather than what was there before as well
 * @param applications those that become something else
 * @param removed those that go
 * @param stacks every harness from now on
 */
public record Change(
        long sequence,
        Instant at,
        String action,
        String note,
        boolean whole,
        Map<String, ApplicationState> applications,
        List<String> removed,
        Map<String, StackSpec> stacks) {
    public Change {
        applications = Collections.unmodifiableMap(new TreeMap<>(applications));
        removed = List.copyOf(removed);
        stacks = Collections.unmodifiableMap(new TreeMap<>(stacks));
    }

    /** All bytes that it names. */
    Stream<Part> parts() {
        return Stream.concat(
                stacks.values().stream().flatMap(StackSpec::parts),
                applications.values().stream().flatMap(ApplicationState::parts));
    }

    /** What people are told of it. */
    public Summary summary() {
        return new Summary(sequence, at, action, note, List.copyOf(applications.keySet()), removed);
    }

    /** A change without what it changes to. */
    public record Summary(
            long sequence, Instant at, String action, String note, List<String> changed, List<String> removed) {
        public Summary {
            changed = List.copyOf(changed);
            removed = List.copyOf(removed);
        }
    }
}
