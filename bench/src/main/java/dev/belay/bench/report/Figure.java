package dev.belay.bench.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A line of the table.
 *
 * @param row the row it belongs to, as {@code --only} names it
 * @param unit of the goal, of what was measured, and of the peers
 * @param measured empty if it could not be
 * @param peers what others need for the same in the same run, by name
 * @param note how it was measured, or why it was not
 */
public record Figure(
        String row,
        String title,
        String unit,
        Goal goal,
        Optional<Sample> measured,
        Map<String, Sample> peers,
        String note) {
    /** What became of it. */
    public enum Verdict {
        OK,
        MISS,
        /** It has no goal. */
        INFO,
        /** It was not measured. */
        SKIPPED
    }

    public Figure {
        peers = new LinkedHashMap<>(peers);
    }

    public static Figure of(String row, String title, String unit, Goal goal, Sample measured) {
        return new Figure(row, title, unit, goal, Optional.of(measured), Map.of(), "");
    }

    public static Figure skipped(String row, String title, String unit, Goal goal, String why) {
        return new Figure(row, title, unit, goal, Optional.empty(), Map.of(), why);
    }

    public Figure withPeer(String name, Sample its) {
        var more = new LinkedHashMap<>(peers);
        more.put(name, its);
        return new Figure(row, title, unit, goal, measured, more, note);
    }

    public Figure withPeers(Map<String, Sample> others) {
        var more = new LinkedHashMap<>(peers);
        more.putAll(others);
        return new Figure(row, title, unit, goal, measured, more, note);
    }

    public Figure withNote(String text) {
        return new Figure(row, title, unit, goal, measured, peers, text);
    }

    public Verdict verdict() {
        if (measured.isEmpty()) {
            return Verdict.SKIPPED;
        }
        if (goal instanceof Goal.None) {
            return Verdict.INFO;
        }
        return goal.isMetBy(measured.get().median()) ? Verdict.OK : Verdict.MISS;
    }
}
