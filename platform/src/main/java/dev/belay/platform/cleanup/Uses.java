package dev.belay.platform.cleanup;

import dev.belay.platform.cleanup.StoreReport.Use;
import dev.belay.platform.journal.ApplicationState;
import dev.belay.platform.journal.DesiredState;
import dev.belay.platform.spec.Digest;
import dev.belay.platform.spec.Part;
import dev.belay.platform.spec.RevisionSpec;
import dev.belay.platform.spec.StackSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which bytes are needed, and by whom. */
final class Uses {
    private final Map<Digest, Known> all = new HashMap<>();

    private Uses() {}

    private static final class Known {
        private final Use use;
        private final String label;
        private int applications;

        Known(Use use, String label) {
            this.use = use;
            this.label = label;
        }
    }

    /** @param history digests of what earlier states had */
    static Uses of(DesiredState state, Set<Digest> history) {
        var uses = new Uses();
        for (ApplicationState each : state.applications().values()) {
            each.spec().revision().parts().distinct().forEach(part -> uses.note(Use.SERVING, part).applications++);
        }
        for (ApplicationState each : state.applications().values()) {
            each.previous().stream().flatMap(RevisionSpec::parts).forEach(part -> uses.note(Use.KEPT, part));
        }
        state.stacks().values().stream().flatMap(StackSpec::parts).forEach(part -> uses.note(Use.KEPT, part));
        history.forEach(digest -> uses.note(Use.HISTORY, new Part("", digest)));
        return uses;
    }

    private Known note(Use use, Part part) {
        return all.computeIfAbsent(part.digest(), _ -> new Known(use, part.label()));
    }

    boolean has(Digest digest) {
        return all.containsKey(digest);
    }

    /** Empty if nothing needs it. */
    Optional<Use> use(Digest digest) {
        return Optional.ofNullable(all.get(digest)).map(known -> known.use);
    }

    String label(Digest digest) {
        return Optional.ofNullable(all.get(digest)).map(known -> known.label).orElse("");
    }

    int applications(Digest digest) {
        return Optional.ofNullable(all.get(digest)).map(known -> known.applications).orElse(0);
    }

}
