package dev.belay.platform.journal;

import dev.belay.platform.spec.Digest;
import dev.belay.platform.spec.Part;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What states of a platform need, so that one can go back to them.
 *
 * @param digests of all bytes
 * @param buckets that applications are granted, by the name of each
 */
public record Named(Set<Digest> digests, Map<String, Set<String>> buckets) {
    public Named {
        digests = Set.copyOf(digests);
        buckets = Map.copyOf(buckets);
    }

    static Named by(Collection<Change> changes) {
        var digests = new HashSet<Digest>();
        var buckets = new HashMap<String, Set<String>>();
        for (Change change : changes) {
            change.parts().map(Part::digest).forEach(digests::add);
            change.applications().forEach((name, state) -> Stream.concat(Stream.of(state.spec().revision()), state.previous().stream())
                    .forEach(revision -> buckets.computeIfAbsent(name, _ -> new HashSet<>()).addAll(revision.buckets())));
        }
        return new Named(digests, buckets);
    }

    /** The buckets that a state needs besides. */
    public Map<String, Set<String>> bucketsAnd(DesiredState state) {
        var all = new HashMap<>(buckets);
        by(List.of(state.whole(Instant.EPOCH))).buckets.forEach((name, its) -> all.merge(name, its, Named::both));
        return all;
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
