package dev.belay.platform.spec;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What makes an application run. */
public record Triggers(List<Http> http, List<Subject> messages, List<Schedule> schedules) {
    public Triggers {
        http = List.copyOf(http);
        messages = List.copyOf(messages);
        schedules = List.copyOf(schedules);
    }

    /**
     * Requests.
     *
     * @param host in lower case; empty for any
     * @param path the beginning of the path, in whole segments; {@code /} for any
     * @param methods in upper case; empty for any
     * @param headers that a request has to have, by name in lower case
     */
    public record Http(String host, String path, List<String> methods, Map<String, String> headers) {
        public Http {
            methods = List.copyOf(methods);
            headers = Collections.unmodifiableMap(new TreeMap<>(headers));
        }
    }

    /**
     * Messages.
     *
     * @param subject may have wildcards
     * @param queue the group that shares them
     * @param durable for messages of a stream, each of which is handled at least once
     */
    public record Subject(String subject, Optional<String> queue, Optional<Durable> durable) {}

    /**
     * How messages of a JetStream stream are taken.
     *
     * @param stream that is there
     * @param name of the consumer, which remembers what was handled
     * @param attempts how often a message is delivered at most
     * @param ackWait after which a message that nobody has answered for is delivered again
     * @param retryAfter how long one that failed waits
     * @param deadLetter the subject for messages that failed each time; they are given up without
     */
    public record Durable(
            String stream, String name, int attempts, Duration ackWait, Duration retryAfter, Optional<String> deadLetter) {}

    /**
     * Moments.
     *
     * @param cron see {@link Cron}
     * @param zone of the clock that it means
     * @param path that is posted to, or
     * @param subject of a message that is handled
     * @param body of either
     */
    public record Schedule(String cron, String zone, Optional<String> path, Optional<String> subject, String body) {}
}
