package dev.belay.conformance;

import dev.belay.conformance.Outcome.Status;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The outcomes of a run, in the order of the scripts. */
public record Report(List<Outcome> outcomes) {
    public Report {
        outcomes = List.copyOf(outcomes);
    }

    public List<Outcome> with(Status status) {
        return outcomes.stream().filter(o -> o.status() == status).toList();
    }

    public long count(Status status) {
        return outcomes.stream().filter(o -> o.status() == status).count();
    }

    /** How many directives were skipped, by script and reason: {@code async/trap: async}. */
    public Map<String, Long> skips() {
        return with(Status.SKIPPED).stream()
                .collect(Collectors.groupingBy(o -> o.script() + ": " + o.detail(), TreeMap::new, Collectors.counting()));
    }

    /** {@code 3 passed, 0 failed, 1 skipped}. */
    public String summary() {
        return count(Status.PASSED) + " passed, " + count(Status.FAILED) + " failed, " + count(Status.SKIPPED)
                + " skipped";
    }
}
