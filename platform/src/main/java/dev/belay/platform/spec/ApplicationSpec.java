package dev.belay.platform.spec;

/** An application: what it is made of, what makes it run, and how requests reach it. */
public record ApplicationSpec(String name, RevisionSpec revision, Triggers triggers, TrafficSpec traffic) {
    public ApplicationSpec withRevision(RevisionSpec other) {
        return new ApplicationSpec(name, other, triggers, traffic);
    }
}
