package dev.belay.platform.console;

import dev.belay.platform.observe.LogLine;
import dev.belay.platform.observe.Logs;
import java.util.List;
import java.util.Optional;

/**
 * Lines of an application.
 *
 * @param next where the lines after these are asked for
 */
record LogPart(List<Line> lines, String next) {
    record Line(String at, String revision, String source, String level, String text) {}

    static LogPart of(Logs logs, String application, long after, int most) {
        List<LogLine> lines = logs.lines(Optional.of(application), after, most);
        long last = lines.isEmpty() ? after : lines.getLast().sequence();
        return new LogPart(
                lines.stream()
                        .map(its -> new Line(Shown.time(its.at()), its.revision(), its.source(), its.level(), its.text()))
                        .toList(),
                Console.PATH + "/applications/" + Shown.segment(application) + "/log?after=" + last);
    }
}
