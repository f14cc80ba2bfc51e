package dev.belay.platform.console;

import dev.belay.platform.rollout.Outcome;
import dev.belay.platform.rollout.Plan;
import dev.belay.platform.rollout.Progress;
import dev.belay.platform.rollout.Proposal;
import dev.belay.platform.spec.Part;
import java.util.Optional;

/** A change that somebody began by sending a component, from its plan to its outcome. Thread-safe. */
final class Rollout {
    private final String id;
    private final Target target;
    private final Part part;
    private Stage stage;

    /** How far it is. It goes from one to the next; what was not done can be planned again. */
    sealed interface Stage {
        /** Whether something is being done, so that there will be another stage. */
        default boolean isWorking() {
            return this instanceof Planning || this instanceof UnderWay;
        }

        /** Whether nothing came of it yet, and nothing will by itself. */
        default boolean canBePlanned() {
            return !isWorking() && !(this instanceof Ended ended && ended.outcome().done());
        }
    }

    /** It is tried what would change. */
    record Planning(Progress progress) implements Stage {}

    /**
     * It waits for somebody to say that it is to be done.
     *
     * @param proposal what was planned
     * @param isNothing whether all of it is so already
     */
    record Planned(Plan plan, Proposal proposal, boolean isNothing) implements Stage {
        boolean canBe() {
            return !isNothing && !plan.hasMisfits();
        }
    }

    /** It is being done. */
    record UnderWay(Progress progress) implements Stage {}

    /** It was done, or some of it did not fit, so that nothing was. */
    record Ended(Outcome outcome) implements Stage {}

    /** It could not be planned, or done. */
    record Stopped(String why) implements Stage {}

    /** @param begun how far its plan is */
    Rollout(String id, Target target, Part part, Progress begun) {
        this.id = id;
        this.target = target;
        this.part = part;
        this.stage = new Planning(begun);
    }

    String id() {
        return id;
    }

    Target target() {
        return target;
    }

    Part part() {
        return part;
    }

    synchronized Stage stage() {
        return stage;
    }

    String path() {
        return Console.PATH + "/changes/" + id;
    }

    synchronized void enter(Stage next) {
        stage = next;
    }

    /** Has it done, for whoever says so first, if it can be. */
    synchronized Optional<Planned> begin(Progress progress) {
        if (!(stage instanceof Planned planned) || !planned.canBe()) {
            return Optional.empty();
        }
        stage = new UnderWay(progress);
        return Optional.of(planned);
    }

    /** Has it planned anew, for whoever says so first, if it can be. */
    synchronized boolean restart(Progress progress) {
        if (!stage.canBePlanned()) {
            return false;
        }
        stage = new Planning(progress);
        return true;
    }
}
