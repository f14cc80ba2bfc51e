package dev.belay.platform.rollout;

import dev.belay.platform.journal.ApplicationState;
import dev.belay.platform.journal.DesiredState;
import dev.belay.platform.spec.ApplicationSpec;
import dev.belay.platform.spec.Part;
import dev.belay.platform.spec.RevisionSpec;
import dev.belay.platform.spec.StackSpec;
import dev.belay.platform.spec.Triggers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What somebody wants to be otherwise.
 *
 * @param action in one word, for the history
 * @param applications that are to be new, or others than they are
 * @param removed applications that are to go
 * @param stacks all harnesses afterwards
 */
public record Proposal(
        String action,
        String note,
        Map<String, ApplicationState> applications,
        List<String> removed,
        Map<String, StackSpec> stacks) {
    private static final int ALL = 100;

    public Proposal {
        applications = Collections.unmodifiableMap(new TreeMap<>(applications));
        removed = List.copyOf(removed);
        stacks = Collections.unmodifiableMap(new TreeMap<>(stacks));
    }

    /** That there is what a manifest says, and nothing else. */
    public static Proposal apply(
            DesiredState from, Map<String, StackSpec> stacks, Map<String, ApplicationSpec> applications, String note) {
        var changed = new TreeMap<String, ApplicationState>();
        applications.forEach((name, spec) -> {
            ApplicationState before = from.applications().get(name);
            if (before == null) {
                changed.put(name, ApplicationState.of(spec));
            } else if (!before.spec().equals(spec)) {
                changed.put(name, changed(before, spec));
            }
        });
        List<String> removed = from.applications().keySet().stream()
                .filter(name -> !applications.containsKey(name))
                .sorted()
                .toList();
        return new Proposal("apply", note, changed, removed, stacks);
    }

    /** A new revision begins as its canary does. */
    private static ApplicationState changed(ApplicationState before, ApplicationSpec spec) {
        ApplicationState next = before.with(spec);
        return before.spec().revision().equals(spec.revision()) ? next : next.begun();
    }

    /**
     * That all applications of a harness get another upper component.
     *
     * @throws RefusedException if there is no such harness
     */
    public static Proposal upgrade(DesiredState from, String stackName, Part upper) {
        StackSpec stack = from.stacks().get(stackName);
        if (stack == null) {
            throw new RefusedException("harness `" + stackName + "` does not exist; there is: "
                    + String.join(", ", new TreeSet<>(from.stacks().keySet())));
        }
        StackSpec next = stack.withUpper(upper);
        var changed = new TreeMap<String, ApplicationState>();
        from.applications().forEach((name, state) -> {
            RevisionSpec revision = state.spec().revision();
            if (revision.stack().filter(its -> its.name().equals(stackName) && !its.equals(next)).isPresent()) {
                changed.put(name, changed(state, state.spec().withRevision(revision.withStack(next))));
            }
        });
        var stacks = new TreeMap<>(from.stacks());
        stacks.put(stackName, next);
        return new Proposal("upgrade", stackName + " to " + upper.label(), changed, List.of(), stacks);
    }

    /**
     * That an application gets another component, in the harness that it has.
     *
     * @throws RefusedException if there is no such application
     */
    public static Proposal deploy(DesiredState from, String application, Part component) {
        ApplicationState state = state(from, application);
        RevisionSpec next = state.spec().revision().withComponent(component);
        Map<String, ApplicationState> changed = next.equals(state.spec().revision())
                ? Map.of()
                : Map.of(application, changed(state, state.spec().withRevision(next)));
        return new Proposal("deploy", application + " to " + component.label(), changed, List.of(), from.stacks());
    }

    /**
     * An application as it is to be.
     *
     * @throws RefusedException if there is none of that name
     */
    public static ApplicationState state(DesiredState from, String application) {
        return Optional.ofNullable(from.applications().get(application))
                .orElseThrow(() -> new RefusedException("application `" + application + "` does not exist"));
    }

    /**
     * That an application goes back to the revision before.
     *
     * @throws RefusedException if there is none
     */
    public static Proposal rollback(DesiredState from, String application) {
        ApplicationState state = state(from, application);
        if (state.previous().isEmpty()) {
            throw new RefusedException("application `" + application + "` has no revision before this one");
        }
        RevisionSpec before = state.previous().getFirst();
        return new Proposal(
                "rollback",
                application + " to " + before.id(),
                Map.of(application, state.with(state.spec().withRevision(before))),
                List.of(),
                from.stacks());
    }

    /**
     * That requests of an application are shared among its revisions.
     *
     * @param weights of a hundred, by the revision's name; empty for all to the current one
     * @throws RefusedException if they name another revision, or are not a hundred together
     */
    public static Proposal weights(DesiredState from, ApplicationState state, Map<String, Integer> weights) {
        var known = new ArrayList<String>();
        known.add(state.spec().revision().id());
        state.previous().forEach(its -> known.add(its.id()));
        if (!known.containsAll(weights.keySet())) {
            throw new RefusedException("expected revisions that are kept, " + String.join(", ", known) + ", found "
                    + String.join(", ", weights.keySet()));
        }
        if (!weights.isEmpty()
                && (weights.values().stream().mapToInt(its -> its).sum() != ALL || weights.values().stream().anyMatch(its -> its < 0))) {
            throw new RefusedException("expected weights from 0 that are 100 together, found " + weights);
        }
        return new Proposal(
                "weights",
                state.spec().name() + " " + weights,
                Map.of(state.spec().name(), state.withWeights(weights)),
                List.of(),
                from.stacks());
    }

    /** That a revision goes on to the next step of its canary. */
    public static Proposal step(DesiredState from, ApplicationState state) {
        ApplicationState next = state.atStep(state.canaryStep() + 1);
        return new Proposal(
                "canary",
                state.spec().name() + " " + (next.weights().isEmpty() ? "gets all" : next.weights().toString()),
                Map.of(state.spec().name(), next),
                List.of(),
                from.stacks());
    }

    /** That all is again as it was after some change. */
    public static Proposal restore(DesiredState from, DesiredState to) {
        var changed = new TreeMap<String, ApplicationState>();
        to.applications().forEach((name, state) -> {
            ApplicationState now = from.applications().get(name);
            if (now == null) {
                changed.put(name, state);
            } else if (!now.spec().equals(state.spec())) {
                changed.put(name, now.with(state.spec()));
            }
        });
        var removed = new ArrayList<>(from.applications().keySet());
        removed.removeAll(to.applications().keySet());
        Collections.sort(removed);
        return new Proposal("rollback", "to change " + to.sequence(), changed, removed, to.stacks());
    }

    /**
     * That no two applications would have the same route.
     *
     * @throws RefusedException if two would
     */
    void requireDistinctRoutes(DesiredState from) {
        var all = new TreeMap<>(from.applications());
        all.putAll(applications);
        removed.forEach(all::remove);
        var seen = new HashMap<Triggers.Http, String>();
        all.forEach((name, state) -> state.spec().triggers().http().forEach(route -> {
            String other = seen.putIfAbsent(route, name);
            if (other != null) {
                throw new RefusedException("`" + name + "` and `" + other + "` have the same route: "
                        + (route.host().isEmpty() ? "any host" : route.host()) + " " + route.path());
            }
        }));
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty(DesiredState from) {
        return applications.isEmpty() && removed.isEmpty() && stacks.equals(new TreeMap<>(from.stacks()));
    }
}
