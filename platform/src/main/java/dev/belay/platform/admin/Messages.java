package dev.belay.platform.admin;

import dev.belay.platform.observe.Usage;
import dev.belay.platform.spec.ApplicationSpec;
import dev.belay.platform.spec.Digest;
import dev.belay.platform.spec.Part;
import dev.belay.platform.spec.StackSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What goes over the admin API, as JSON. */
public final class Messages {
    private Messages() {}

    /** Which of these are not there. */
    public record BlobList(List<Digest> digests) {}

    /**
     * That there is this and nothing else.
     *
     * @param dryRun to be told what would change
     */
    public record Apply(
            Map<String, StackSpec> stacks, Map<String, ApplicationSpec> applications, String note, boolean dryRun) {}

    /** Another upper component for all applications of a harness. */
    public record Upgrade(String stack, Part upper, boolean dryRun) {}

    /**
     * Back to what was before.
     *
     * @param application to its revision before; empty for all that there is
     * @param to the change after which it was so; empty for the one before the last
     */
    public record Rollback(Optional<String> application, Optional<Long> to, boolean dryRun) {}

    /** How requests of an application are shared among its revisions. */
    public record Weights(String application, Map<String, Integer> weights) {}

    /** An error. */
    public record Failure(String error) {}

    /**
     * The platform as it is.
     *
     * @param sequence of the last change
     * @param http where requests are taken
     */
    public record Status(
            String platform,
            String version,
            Instant started,
            long sequence,
            String http,
            Map<String, StackSpec> stacks,
            List<ApplicationStatus> applications) {}

    /**
     * An application as it is.
     *
     * @param state {@code serving} or {@code failed}
     * @param reason why it failed
     * @param p50 seconds: the upper bound of the histogram's bucket
     */
    public record ApplicationStatus(
            String name,
            String state,
            String reason,
            String revision,
            String component,
            String harness,
            List<String> triggers,
            List<RevisionStatus> revisions,
            long requests,
            long failed,
            long refused,
            int underWay,
            double p50,
            double p99,
            long droppedLines,
            Use use) {}

    /**
     * What instances of an application use.
     *
     * @param memory bytes of linear memory of all that are there now, idle ones too
     * @param mostMemory bytes that one of the current revision had
     * @param memoryLimit bytes that one may have
     * @param fuel if calls have a limit of it
     * @param idle instances that wait in a pool
     */
    public record Use(long memory, long mostMemory, long memoryLimit, Optional<FuelUse> fuel, int idle) {
        /** The most that an instance had, of a hundred of what it may have. */
        public int mostMemoryPercent() {
            return Usage.percent(mostMemory, memoryLimit);
        }
    }

    /**
     * Fuel of the current revision, in function entries and iterations of loops.
     *
     * @param consumed by all calls together
     * @param most that a call took
     * @param limit of a call
     */
    public record FuelUse(long consumed, long most, long limit) {
        /** The most that a call took, of a hundred of what it may; 100 for one that was stopped. */
        public int mostPercent() {
            return Usage.percent(most, limit);
        }
    }

    /** A revision that can get requests. */
    public record RevisionStatus(String id, boolean current, int weight, String component, long requests, long failed, int underWay) {}
}
