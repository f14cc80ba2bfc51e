package dev.belay.platform.spec;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How requests reach an application. It changes without a new revision.
 *
 * @param concurrency how many run at a time
 * @param waiting how many more wait for their turn; beyond them a client gets status 503
 * @param timeout of a request with all its retries
 * @param rules which requests go to a revision of their own; the first that fits
 */
public record TrafficSpec(
        int concurrency,
        int waiting,
        Optional<Duration> timeout,
        Optional<Rate> rate,
        Optional<Retries> retries,
        Optional<Breaker> breaker,
        Optional<Mirror> mirror,
        List<Rule> rules,
        Optional<Canary> canary) {
    public TrafficSpec {
        rules = List.copyOf(rules);
    }

    /** How many in a second, and at once; beyond them a client gets status 429. */
    public record Rate(double perSecond, int burst) {}

    /**
     * What is tried again if it fails by the application's doing: a trap, or a status from 500.
     *
     * @param attempts how often more
     * @param methods that can be tried again without harm
     */
    public record Retries(int attempts, List<String> methods) {
        public Retries {
            methods = List.copyOf(methods);
        }
    }

    /**
     * When an application is given a rest: a client gets status 503 meanwhile.
     *
     * @param errors the share of failures, above 0 up to 1
     * @param minimum requests within the window before that counts
     * @param rest how long it lasts; then one request is tried
     */
    public record Breaker(double errors, int minimum, Duration window, Duration rest) {}

    /**
     * Requests that another gets as well. What it answers is compared and counted.
     *
     * @param application to; the revision before, if there is none
     */
    public record Mirror(Optional<String> application, int percent) {}

    /**
     * Requests of one kind.
     *
     * @param header or
     * @param cookie that they have
     * @param value that it has; any if there is none
     * @param revision {@code current}, {@code previous}, or the name of one
     */
    public record Rule(Optional<String> header, Optional<String> cookie, Optional<String> value, String revision) {}

    /**
     * How a new revision comes to all requests.
     *
     * @param steps percents, one after the other
     * @param every how long each lasts
     * @param errors the share of failures above which it goes back
     * @param latency that 99 of a hundred requests have to keep to, in seconds as they are counted
     * @param minimum requests that a step has to have seen; it lasts until then
     */
    public record Canary(List<Integer> steps, Duration every, double errors, Optional<Duration> latency, int minimum) {
        public Canary {
            steps = List.copyOf(steps);
        }
    }

    public static TrafficSpec defaults() {
        return new TrafficSpec(
                200, 200, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(),
                Optional.empty());
    }

    /** Whether there is nothing to do for a request but to hand it on. */
    public boolean isPlain() {
        return timeout.isEmpty() && rate.isEmpty() && retries.isEmpty() && breaker.isEmpty() && mirror.isEmpty() && rules.isEmpty();
    }
}
