package dev.belay.conformance;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All results of a run. */
public record SpecReport(List<Result> results) {
    public SpecReport {
        results = List.copyOf(results);
    }

    public long passed() {
        return results.stream().filter(r -> r.outcome() instanceof Outcome.Passed).count();
    }

    public List<Result> failures() {
        return results.stream().filter(r -> r.outcome() instanceof Outcome.Failed).toList();
    }

    public List<Result> skipped() {
        return results.stream().filter(r -> r.outcome() instanceof Outcome.Skipped).toList();
    }

    /** How many were skipped for each reason. */
    public Map<String, Integer> skippedByReason() {
        var counts = new TreeMap<String, Integer>();
        for (Result result : results) {
            if (result.outcome() instanceof Outcome.Skipped(var reason)) {
                counts.merge(reason, 1, Integer::sum);
            }
        }
        return counts;
    }

    /** {@code N passed, N failed, N skipped}. */
    public String summary() {
        return passed() + " passed, " + failures().size() + " failed, " + skipped().size() + " skipped";
    }
}
