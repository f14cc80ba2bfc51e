package dev.belay.platform.console;

import dev.belay.platform.admin.Messages;
import java.util.List;
import java.util.Optional;

/** What of an application's page changes by itself. */
record LivePart(
        String path, String state, String reason, List<Plot> plots, String rate, String requests, String failed, String refused,
        int underWay, String p50, String p99, String memory, Optional<String> fuel, String dropped, List<Revision> revisions) {
    record Revision(
            String id, boolean current, int weight, String component, String requests, String failed, int underWay) {}

    static LivePart of(Messages.ApplicationStatus status, List<Plot> plots, Sample last) {
        return new LivePart(
                Console.PATH + "/applications/" + Shown.segment(status.name()),
                status.state(),
                status.reason(),
                plots,
                Shown.rate(last.perSecond()),
                Shown.count(status.requests()),
                Shown.count(status.failed()),
                Shown.count(status.refused()),
                status.underWay(),
                Shown.latency(status.p50()),
                Shown.latency(status.p99()),
                Shown.bytes(status.use().memory()) + " now, " + Shown.bytes(status.use().mostMemory()) + " of "
                        + Shown.bytes(status.use().memoryLimit()) + " at most",
                status.use().fuel().map(its -> its.mostPercent() + " % at most"),
                Shown.count(status.droppedLines()),
                status.revisions().stream()
                        .map(its -> new Revision(
                                its.id(), its.current(), its.weight(), its.component(), Shown.count(its.requests()),
                                Shown.count(its.failed()), its.underWay()))
                        .toList());
    }
}
