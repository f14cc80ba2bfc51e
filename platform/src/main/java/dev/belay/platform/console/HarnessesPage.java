package dev.belay.platform.console;

import dev.belay.platform.journal.DesiredState;
import java.util.List;
import java.util.TreeMap;

/** All harnesses. */
record HarnessesPage(Surface.Frame frame, List<Row> rows, ProgressLine progress) {
    /** @param path of its own page */
    record Row(String name, String path, String contract, String upper, String applications) {}

    static List<Row> rows(DesiredState state) {
        return new TreeMap<>(state.stacks())
                .values().stream()
                        .map(stack -> new Row(
                                stack.name(),
                                new Target.Harness(stack.name()).path(),
                                stack.contract().orElse(""),
                                stack.upper().label(),
                                Shown.count(HarnessPage.applications(state, stack.name()).count())))
                        .toList();
    }
}
