package dev.belay.platform.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Optional;

/** An application: what it is made of, what makes it run, how requests reach it, and whose it is. */
public record ApplicationSpec(String name, RevisionSpec revision, Triggers triggers, TrafficSpec traffic, Tenancy tenancy) {
    /** @param tenancy journals from before there was any have none */
    @JsonCreator
    static ApplicationSpec of(
            String name, RevisionSpec revision, Triggers triggers, TrafficSpec traffic, Optional<Tenancy> tenancy) {
        return new ApplicationSpec(name, revision, triggers, traffic, tenancy.orElseGet(Tenancy::alone));
    }

    public ApplicationSpec(String name, RevisionSpec revision, Triggers triggers, TrafficSpec traffic) {
        this(name, revision, triggers, traffic, Tenancy.alone());
    }

    public ApplicationSpec withRevision(RevisionSpec other) {
        return new ApplicationSpec(name, other, triggers, traffic, tenancy);
    }
}
