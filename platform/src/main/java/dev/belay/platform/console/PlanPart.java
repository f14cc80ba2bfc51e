package dev.belay.platform.console;

import dev.belay.platform.rollout.Plan;
import java.util.Comparator;
import java.util.List;

/**
 * What would change, or did not fit.
 *
 * @param more how many are left out
 * @param unchanged how many applications stay as they are
 */
record PlanPart(List<Row> rows, int more, int unchanged) {
    /** More than anybody reads; those that do not fit come first. */
    private static final int MOST = 200;
    /** Names of a component's imports may be of any length. */
    private static final int MOST_WHY = 2_000;

    /** @param why it does not fit; empty if it does */
    record Row(String name, String path, String what, String revision, String why) {
        static Row of(Plan.Step step) {
            String why = step.misfit().orElse("");
            return new Row(
                    step.application(),
                    new Target.Application(step.application()).path(),
                    String.join(", ", step.what()),
                    step.revision(),
                    why.length() <= MOST_WHY ? why : why.substring(0, MOST_WHY) + "…");
        }
    }

    static PlanPart of(Plan plan) {
        List<Row> rows = plan.steps().stream()
                .sorted(Comparator.comparing(step -> step.misfit().isEmpty()))
                .limit(MOST)
                .map(Row::of)
                .toList();
        return new PlanPart(rows, plan.steps().size() - rows.size(), plan.unchanged());
    }
}
