package dev.belay.cli;

import dev.belay.platform.rollout.Outcome;
import dev.belay.platform.spec.SpecJson;
import java.nio.charset.StandardCharsets;

/** What became of a change, as a command's result. */
final class Outcomes {
    private Outcomes() {}

    static int report(Outcome outcome, boolean json, Streams streams) {
        if (json) {
            streams.out().println(text(outcome));
        } else {
            PlanText.print(outcome, streams.out());
        }
        return outcome.plan().hasMisfits() ? ExitCode.FAILED : ExitCode.OK;
    }

    /** Anything of the admin API as one line of JSON. */
    static String text(Object answer) {
        return new String(SpecJson.bytes(answer), StandardCharsets.UTF_8);
    }
}
