package dev.belay.platform.console;

import dev.belay.platform.journal.ApplicationState;
import dev.belay.platform.rollout.Platform;
import dev.belay.platform.rollout.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How far changes and canaries have come.
 *
 * @param all of a bar, or 0 for none
 */
record ProgressLine(String text, int done, int all, List<String> canaries) {
    /** The others have pages of their own. */
    private static final int MOST_CANARIES = 8;

    static ProgressLine of(Platform platform) {
        var canaries = new ArrayList<String>();
        platform.desired().applications().values().stream()
                .filter(state -> state.canaryStep() != ApplicationState.NO_CANARY)
                .sorted(Comparator.comparing(state -> state.spec().name()))
                .limit(MOST_CANARIES)
                .forEach(state -> canaries.add(canary(state)));
        return platform.progress().now().map(its -> of(its, canaries)).orElse(new ProgressLine("", 0, 0, canaries));
    }

    private static ProgressLine of(Progress.State state, List<String> canaries) {
        String what = state.action() + (state.note().isEmpty() ? "" : " " + state.note());
        return switch (state.phase()) {
            case PREPARING -> new ProgressLine(
                    what + ": " + state.ready() + " of " + state.all() + " applications prepared", state.ready(), state.all(), canaries);
            case MOVING -> new ProgressLine(what + ": traffic is moved", state.all(), state.all(), canaries);
            case DRAINING -> new ProgressLine(what + ": what was under way before ends", state.all(), state.all(), canaries);
        };
    }

    private static String canary(ApplicationState state) {
        List<Integer> steps = state.spec().traffic().canary().map(its -> its.steps()).orElse(List.of());
        int step = state.canaryStep();
        return "Canary of " + state.spec().name() + ": step " + (step + 1) + " of " + steps.size()
                + (step < steps.size() ? ", " + steps.get(step) + " % of requests" : "");
    }
}
