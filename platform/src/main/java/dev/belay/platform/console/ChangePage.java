package dev.belay.platform.console;

import dev.belay.platform.rollout.Plan;
import java.util.List;
import java.util.Optional;

/**
 * A change that somebody began by sending a component, as far as it is.
 *
 * @param stage its name, for asking whether there is another
 * @param works whether there will be another by itself
 * @param line what is being done, or came of it
 * @param bad whether it did not become as it was wanted
 * @param canBegin whether it can be carried out
 * @param canPlan whether that cannot be, but it can be planned anew
 */
record ChangePage(
        Surface.Frame frame, String path, Target target, String label, String digest, String stage, boolean works, ProgressLine line,
        boolean bad, boolean canBegin, boolean canPlan, Optional<PlanPart> plan) {
    static ChangePage of(Surface.Frame frame, Rollout rollout) {
        Rollout.Stage stage = rollout.stage();
        return switch (stage) {
            case Rollout.Planning its -> of(frame, rollout, stage, ProgressLine.of("Planning", its.progress()), false, Optional.empty());
            case Rollout.Planned its -> of(frame, rollout, stage, said(planned(its)), its.plan().hasMisfits(), Optional.of(its.plan()));
            case Rollout.UnderWay its -> of(
                    frame, rollout, stage, ProgressLine.of(rollout.target().title(), its.progress()), false, Optional.empty());
            case Rollout.Ended its -> ended(frame, rollout, its);
            case Rollout.Stopped its -> of(frame, rollout, stage, said(its.why()), true, Optional.empty());
        };
    }

    private static ChangePage ended(Surface.Frame frame, Rollout rollout, Rollout.Ended its) {
        return its.outcome().done()
                ? of(frame, rollout, its, said(Actions.said(its.outcome())), false, Optional.empty())
                : of(frame, rollout, its, said("Nothing was changed: " + misfits(its.outcome().plan())), true,
                        Optional.of(its.outcome().plan()));
    }

    private static ChangePage of(
            Surface.Frame frame, Rollout rollout, Rollout.Stage stage, ProgressLine line, boolean bad, Optional<Plan> plan) {
        boolean canBegin = stage instanceof Rollout.Planned its && its.canBe();
        return new ChangePage(
                frame,
                rollout.path(),
                rollout.target(),
                rollout.part().label(),
                rollout.part().digest().hex(),
                stage.getClass().getSimpleName(),
                stage.isWorking(),
                line,
                bad,
                frame.operator() && canBegin,
                frame.operator() && !canBegin && stage.canBePlanned(),
                plan.map(PlanPart::of));
    }

    boolean isDone() {
        return stage.equals(Rollout.Ended.class.getSimpleName()) && !bad;
    }

    private static ProgressLine said(String text) {
        return new ProgressLine(text, 0, 0, List.of());
    }

    private static String planned(Rollout.Planned its) {
        int all = its.plan().steps().size();
        if (its.isNothing()) {
            return "Nothing would change: it is so already.";
        }
        return its.plan().hasMisfits()
                ? "This cannot be done: " + misfits(its.plan())
                : all == 0
                    ? "No application has this harness now: it would be there for the next."
                    : "All fits: " + applications(all) + " would change. Nothing is changed yet.";
    }

    private static String misfits(Plan plan) {
        long misfits = plan.steps().stream().filter(step -> step.misfit().isPresent()).count();
        return misfits + " of " + applications(plan.steps().size()) + (misfits == 1 ? " does" : " do") + " not fit.";
    }

    private static String applications(int count) {
        return Shown.count(count) + (count == 1 ? " application" : " applications");
    }
}
