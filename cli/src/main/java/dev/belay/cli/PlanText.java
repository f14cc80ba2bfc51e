package dev.belay.cli;

import dev.belay.platform.rollout.Outcome;
import dev.belay.platform.rollout.Plan;
import java.io.PrintStream;

/** A plan, and what became of it, for people. */
final class PlanText {
    /** More applications than these nobody reads one by one. */
    private static final int SHOWN = 40;

    private PlanText() {}

    static void print(Outcome outcome, PrintStream to) {
        print(outcome.plan(), to);
        if (outcome.plan().hasMisfits()) {
            to.println("nothing was changed");
        } else if (outcome.done()) {
            to.println("done: change %d, prepared in %d ms, moved in %d ms%s"
                    .formatted(outcome.sequence(), outcome.prepareMillis(), outcome.moveMillis(),
                            outcome.drained() ? "" : "; some requests are still served as before"));
        }
    }

    static void print(Plan plan, PrintStream to) {
        plan.steps().stream().filter(step -> step.misfit().isPresent()).limit(SHOWN).forEach(step -> line(step, to));
        long fits = plan.steps().stream().filter(step -> step.misfit().isEmpty()).count();
        plan.steps().stream().filter(step -> step.misfit().isEmpty()).limit(SHOWN).forEach(step -> line(step, to));
        if (fits > SHOWN) {
            to.println("… and " + (fits - SHOWN) + " more");
        }
        to.println(plan.steps().size() + " to change, " + plan.unchanged() + " as they are");
    }

    private static void line(Plan.Step step, PrintStream to) {
        String mark = switch (step.kind()) {
            case ADD -> "+ ";
            case REPLACE, RETUNE -> "~ ";
            case REMOVE -> "- ";
        };
        String text = mark + step.application()
                + (step.revision().isEmpty() ? "" : " " + step.revision())
                + (step.what().isEmpty() ? "" : " (" + String.join(", ", step.what()) + ")");
        to.println(Worded.printable(text));
        step.misfit().ifPresent(why -> why.lines().forEach(line -> to.println("    " + Worded.printable(line))));
    }
}
