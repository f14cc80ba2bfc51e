package dev.belay.platform.console;

import dev.belay.platform.admin.Messages;
import java.util.List;

/**
 * All applications.
 *
 * @param wanted what their names have to contain
 * @param more how many are left out
 */
record ApplicationsPage(
        Surface.Frame frame, String wanted, List<Row> rows, int more, List<Plot> plots, ProgressLine progress) {
    /** @param path of its own page */
    record Row(
            String name, String path, boolean serving, String state, String revision, String harness, List<String> triggers,
            String rate, String requests, String failed, boolean fails, String p50, String p99) {
        static Row of(Messages.ApplicationStatus status, Sample last) {
            return new Row(
                    status.name(),
                    Console.PATH + "/applications/" + Shown.segment(status.name()),
                    status.reason().isEmpty() && status.state().equals("serving"),
                    status.state(),
                    status.revision(),
                    status.harness(),
                    status.triggers(),
                    Shown.rate(last.perSecond()),
                    Shown.count(status.requests()),
                    Shown.count(status.failed()),
                    status.failed() > 0,
                    Shown.latency(status.p50()),
                    Shown.latency(status.p99()));
        }
    }

    String rowsPath() {
        return Console.PATH + "/rows?q=" + Shown.segment(wanted);
    }
}
