package dev.belay.platform.console;

import dev.belay.platform.admin.FormException;
import dev.belay.platform.journal.ApplicationState;
import dev.belay.platform.journal.DesiredState;
import dev.belay.platform.rollout.Outcome;
import dev.belay.platform.rollout.Plan;
import dev.belay.platform.rollout.Platform;
import dev.belay.platform.rollout.Proposal;
import dev.belay.platform.rollout.RefusedException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an operator can change. Each is one change of the platform, whole or not at all. */
final class Actions {
    /** Fields of the traffic form are called so, before the name of their revision. */
    static final String WEIGHT = "weight.";

    private static final int ALL = 100;

    private final Platform platform;
    private final Uploads uploads;
    private final Rollouts rollouts;

    Actions(Platform platform, Uploads uploads, Rollouts rollouts) {
        this.platform = platform;
        this.uploads = uploads;
        this.rollouts = rollouts;
    }

    /**
     * Takes a component, and plans what it is sent for.
     *
     * @throws VisitException if nothing is sent there, or the form is of another session
     */
    Reply take(Visit visit, List<String> segments, Session session) throws IOException {
        Target target = Target.of(segments);
        if (!target.isIn(platform.desired())) {
            throw new VisitException(404, "‘" + target.name() + "’ does not exist, or not any more.");
        }
        try {
            return Reply.see(rollouts.begin(target, uploads.take(visit, session)).path());
        } catch (FormException e) {
            session.say(e.text(), true);
            return Reply.see(target.path());
        }
    }

    /**
     * @throws VisitException if the form is wrong, or there is no such action
     * @throws RefusedException if it cannot be
     */
    Reply act(List<String> segments, Map<String, String> form, Session session) {
        if (segments.equals(List.of("history"))) {
            long to = number(form.getOrDefault("to", ""), Long.MAX_VALUE);
            return done(Console.PATH + "/history", session, from -> Proposal.restore(from, stateAt(to)));
        }
        if (segments.size() == 3 && segments.getFirst().equals("changes")) {
            return goOn(rollouts.known(segments.get(1)), segments.getLast());
        }
        if (segments.size() == 3 && segments.getFirst().equals("applications")) {
            String name = segments.get(1);
            String back = Console.PATH + "/applications/" + Shown.segment(name);
            switch (segments.getLast()) {
                case "traffic" -> {
                    Map<String, Integer> weights = weights(form);
                    return done(back, session, from -> {
                        ApplicationState state = Proposal.state(from, name);
                        return Proposal.weights(from, state, shared(weights, state));
                    });
                }
                case "rollback" -> {
                    return done(back, session, from -> Proposal.rollback(from, name));
                }
                default -> {}
            }
        }
        throw new VisitException(404, "There is nothing here to do.");
    }

    private Reply goOn(Rollout rollout, String how) {
        switch (how) {
            case "carry-out" -> rollouts.carryOut(rollout);
            case "plan" -> rollouts.planAgain(rollout);
            default -> throw new VisitException(404, "There is nothing here to do.");
        }
        return Reply.see(rollout.path());
    }

    private Reply done(String back, Session session, Function<DesiredState, Proposal> wish) {
        Outcome outcome = platform.change(wish);
        String misfits = outcome.plan().steps().stream()
                .flatMap(step -> step.misfit().map(why -> step.application() + ": " + why).stream())
                .collect(Collectors.joining("; "));
        if (outcome.done()) {
            session.say(said(outcome), false);
        } else {
            session.say("Nothing was changed. " + misfits, true);
        }
        return Reply.see(back);
    }

    static String said(Outcome outcome) {
        List<Plan.Step> steps = outcome.plan().steps();
        return "Done: change " + outcome.sequence() + ", "
                + (steps.size() == 1 ? steps.getFirst().application() : steps.size() + " applications") + ", prepared in "
                + outcome.prepareMillis() + " ms, moved in " + outcome.moveMillis() + " ms."
                + (outcome.drained() ? "" : " Some of what was under way before is not finished yet.");
    }

    private DesiredState stateAt(long sequence) {
        return platform.stateAt(sequence)
                .orElseThrow(() -> new RefusedException("change " + sequence + " is not known, or not any more"));
    }

    private static Map<String, Integer> weights(Map<String, String> form) {
        var weights = new TreeMap<String, Integer>();
        form.forEach((field, value) -> {
            if (field.startsWith(WEIGHT)) {
                int weight = (int) number(value, ALL);
                if (weight > 0) {
                    weights.put(field.substring(WEIGHT.length()), weight);
                }
            }
        });
        int sum = weights.values().stream().mapToInt(its -> its).sum();
        if (sum != ALL) {
            throw new VisitException(422, "Expected shares that are 100 together, found " + sum + ".");
        }
        return weights;
    }

    /** All to the current one is said by saying nothing: so it stays with the revision after that. */
    private static Map<String, Integer> shared(Map<String, Integer> weights, ApplicationState state) {
        return weights.keySet().equals(Set.of(state.spec().revision().id())) ? Map.of() : weights;
    }

    private static long number(String text, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        throw new VisitException(422, "Expected a whole number from 0 to " + most + ", found '" + text + "'.");
    }
}
