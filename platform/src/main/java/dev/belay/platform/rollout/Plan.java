package dev.belay.platform.rollout;

import dev.belay.platform.journal.ApplicationState;
import dev.belay.platform.journal.DesiredState;
import dev.belay.platform.spec.ApplicationSpec;
import dev.belay.platform.spec.RevisionSpec;
import dev.belay.platform.spec.StackSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a proposal would change, for people.
 *
 * @param unchanged how many applications stay as they are
 */
public record Plan(List<Step> steps, int unchanged) {
    public Plan {
        steps = List.copyOf(steps);
    }

    /** What happens to an application. */
    public enum Kind {
        /** It is new. */
        ADD,
        /** It gets a new revision. */
        REPLACE,
        /** Its revision stays, and what reaches it changes. */
        RETUNE,
        /** It goes. */
        REMOVE
    }

    /**
     * One application of it.
     *
     * @param revision that it will have; empty if it goes
     * @param what changes
     * @param misfit why it cannot be, if it cannot
     */
    public record Step(String application, Kind kind, String revision, List<String> what, Optional<String> misfit) {
        public Step {
            what = List.copyOf(what);
        }

        Step withMisfit(String why) {
            return new Step(application, kind, revision, what, Optional.of(why));
        }
    }

    static Plan of(DesiredState from, Proposal proposal) {
        var steps = new ArrayList<Step>();
        proposal.applications().forEach((name, next) -> steps.add(step(Optional.ofNullable(from.applications().get(name)), next)));
        proposal.removed().forEach(name -> steps.add(new Step(name, Kind.REMOVE, "", List.of(), Optional.empty())));
        long touched = from.applications().keySet().stream()
                .filter(name -> proposal.applications().containsKey(name) || proposal.removed().contains(name))
                .count();
        return new Plan(steps, from.applications().size() - (int) touched);
    }

    private static Step step(Optional<ApplicationState> before, ApplicationState next) {
        ApplicationSpec spec = next.spec();
        String id = spec.revision().id();
        if (before.isEmpty()) {
            return new Step(spec.name(), Kind.ADD, id, List.of(), Optional.empty());
        }
        List<String> what = differences(before.get().spec(), spec);
        boolean same = before.get().spec().revision().equals(spec.revision());
        return new Step(spec.name(), same ? Kind.RETUNE : Kind.REPLACE, id, what, Optional.empty());
    }

    private static List<String> differences(ApplicationSpec before, ApplicationSpec after) {
        var what = new ArrayList<String>();
        RevisionSpec was = before.revision();
        RevisionSpec is = after.revision();
        note(what, "harness", was.stack().map(Plan::bytes), is.stack().map(Plan::bytes));
        note(what, "component", was.component().digest(), is.component().digest());
        note(what, "files", was.files(), is.files());
        note(what, "config", was.config(), is.config());
        note(what, "environment", was.environment(), is.environment());
        note(what, "secrets", was.secrets(), is.secrets());
        note(what, "allow-hosts", was.allowHosts(), is.allowHosts());
        note(what, "publish", was.publish(), is.publish());
        note(what, "buckets", was.buckets(), is.buckets());
        note(what, "limits", was.limits(), is.limits());
        note(what, "instances", was.instances(), is.instances());
        note(what, "health", was.health(), is.health());
        note(what, "triggers", before.triggers(), after.triggers());
        note(what, "traffic", before.traffic(), after.traffic());
        note(what, "tenant", before.tenancy(), after.tenancy());
        if (what.isEmpty()) {
            what.add("names of files");
        }
        return what;
    }

    private static List<Object> bytes(StackSpec stack) {
        return List.of(stack.name(), stack.contract(), stack.upper().digest(),
                stack.lower().stream().map(its -> its.digest()).toList(),
                stack.middleware().stream().map(its -> its.digest()).toList());
    }

    private static void note(List<String> what, String name, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            what.add(name);
        }
    }

    /** @param why some of it cannot be, by application */
    Plan withMisfits(Map<String, String> why) {
        return new Plan(
                steps.stream()
                        .map(step -> Optional.ofNullable(why.get(step.application())).map(step::withMisfit).orElse(step))
                        .toList(),
                unchanged);
    }

    /** Whether something of it cannot be. */
    public boolean hasMisfits() {
        return steps.stream().anyMatch(step -> step.misfit().isPresent());
    }
}
