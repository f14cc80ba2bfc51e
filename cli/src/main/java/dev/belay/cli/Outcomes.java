package dev.belay.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.belay.platform.rollout.Outcome;
import dev.belay.platform.spec.Part;
import dev.belay.platform.spec.SpecJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What became of a change, as a command's result. */
final class Outcomes {
    private Outcomes() {}

    /** An outcome with what came out of registries for it. */
    private record Told(
            @JsonUnwrapped Outcome outcome, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Map<String, String>> fetched) {}

    static int report(Outcome outcome, boolean json, Streams streams) {
        return report(outcome, List.of(), json, streams);
    }

    static int report(Outcome outcome, List<Part> fetched, boolean json, Streams streams) {
        if (json) {
            streams.out().println(text(new Told(outcome, FetchedParts.fields(fetched))));
        } else {
            FetchedParts.print(fetched, streams.out());
            PlanText.print(outcome, streams.out());
        }
        return outcome.plan().hasMisfits() ? ExitCode.FAILED : ExitCode.OK;
    }

    /** Anything of the admin API as one line of JSON. */
    static String text(Object answer) {
        return new String(SpecJson.bytes(answer), StandardCharsets.UTF_8);
    }
}
