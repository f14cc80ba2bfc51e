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
        return of(state.action() + (state.note().isEmpty() ? "" : " " + state.note()), state, canaries);
    }

    private static ProgressLine of(String what, Progress.State state, List<String> canaries) {
        int done = state.phase() == Progress.Phase.PREPARING ? state.ready() : state.all();
        return new ProgressLine(what + ": " + phase(state), done, state.all(), canaries);
    }

    /** Of one change, which may wait for others. */
    static ProgressLine of(String what, Progress progress) {
        return progress.now()
                .map(state -> of(what, state, List.of()))
                .orElseGet(() -> new ProgressLine(what + ": waiting for its turn", 0, 0, List.of()));
    }

    private static String phase(Progress.State state) {
        return switch (state.phase()) {
            case PREPARING -> "preparing, " + state.ready() + " of " + state.all() + " applications are ready";
            case MOVING -> "moving traffic";
            case DRAINING -> "draining, what was under way before ends";
        };
    }

    private static String canary(ApplicationState state) {
        List<Integer> steps = state.spec().traffic().canary().map(its -> its.steps()).orElse(List.of());
        int step = state.canaryStep();
        return "Canary of " + state.spec().name() + ": step " + (step + 1) + " of " + steps.size()
                + (step < steps.size() ? ", " + steps.get(step) + " % of requests" : "");
    }
}
