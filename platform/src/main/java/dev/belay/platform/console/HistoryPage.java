package dev.belay.platform.console;

import dev.belay.platform.journal.Change;
import java.util.List;

/**
 * Changes, the newest first.
 *
 * @param more how many are left out
 */
record HistoryPage(Surface.Frame frame, List<Entry> entries, int more, ProgressLine progress) {
    /** Names of a change that are shown; an upgrade can have thousands. */
    private static final int MOST_NAMES = 8;

    record Entry(long sequence, String at, String action, String note, String changed, String removed) {
        static Entry of(Change.Summary change) {
            return new Entry(
                    change.sequence(), Shown.time(change.at()), change.action(), change.note(), names(change.changed()),
                    names(change.removed()));
        }
    }

    private static String names(List<String> names) {
        int more = names.size() - MOST_NAMES;
        return String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size()))) + (more > 0 ? " and " + more + " more" : "");
    }
}
