package dev.belay.platform.rollout;

/**
 * What became of a proposal.
 *
 * @param done whether it is so now; if not, all is as it was
 * @param sequence of the change; of the last one before, if nothing was changed
 * @param prepareMillis composing, loading, warming and health checks
 * @param moveMillis writing the journal and moving traffic
 * @param drained whether what was under way in revisions before had ended in time
 */
public record Outcome(Plan plan, boolean done, long sequence, long prepareMillis, long moveMillis, boolean drained) {
    Outcome withDrained(boolean inTime) {
        return new Outcome(plan, done, sequence, prepareMillis, moveMillis, inTime);
    }
}
