package dev.belay.platform.spec;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What makes an application run. */
public record Triggers(List<Http> http, List<Subject> messages) {
    public Triggers {
        http = List.copyOf(http);
        messages = List.copyOf(messages);
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
     */
    public record Subject(String subject, Optional<String> queue) {}
}
