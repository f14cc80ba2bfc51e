package dev.belay.platform.console;

import dev.belay.platform.admin.Messages;
import dev.belay.platform.fit.Reach;
import dev.belay.platform.rollout.Platform;
import dev.belay.platform.serve.Revision;
import java.util.List;
import java.util.Optional;

/**
 * One application.
 *
 * @param harness that it is in
 * @param make how it is made up; empty if it does not run
 * @param shares of requests among its revisions
 * @param before the revision that it would go back to
 */
record ApplicationPage(
        Surface.Frame frame, LivePart live, Optional<Target> harness, Optional<Make> make, List<Share> shares, Optional<String> before,
        LogPart log, ProgressLine progress) {
    /** @param field of the form */
    record Share(String field, String id, boolean current, int weight) {}

    /** The parts of the current revision, and from where imports are met. */
    record Make(StackGraph graph, Reach reach) {
        static Optional<Make> of(Platform platform, String name) {
            return Optional.ofNullable(platform.applications().get(name)).map(application -> {
                Revision current = application.serving().current();
                return new Make(StackGraph.of(application.spec(), current.fitted()), Reach.of(current.spec(), current.fitted()));
            });
        }
    }

    static List<Share> shares(Messages.ApplicationStatus status) {
        return status.revisions().stream()
                .map(its -> new Share(Actions.WEIGHT + its.id(), its.id(), its.current(), its.weight()))
                .toList();
    }
}
