package dev.belay.host.http;

import dev.belay.wasi.http.HttpHandler;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which handler answers a request. A handler sees the path whole, its first segment included: what it is told is what the
 * client asked for.
 */
public final class Routes {
    private final Map<String, HttpHandler> bySegment;
    private final Optional<HttpHandler> rest;

    private Routes(Map<String, HttpHandler> bySegment, Optional<HttpHandler> rest) {
        this.bySegment = Collections.unmodifiableMap(new LinkedHashMap<>(bySegment));
        this.rest = rest;
    }

    /** One handler for all there is. */
    public static Routes to(HttpHandler handler) {
        return new Routes(Map.of(), Optional.of(handler));
    }

    /**
     * A handler for each first segment of a path: {@code nordhaven} answers {@code /nordhaven} and all below it. Any other
     * path is answered with status 404.
     *
     * @param handlers by segment, as it stands in a path: with {@code %20} for a space
     * @throws IllegalArgumentException if a segment is empty, or has a slash
     */
    public static Routes byFirstSegment(Map<String, HttpHandler> handlers) {
        for (String segment : handlers.keySet()) {
            if (segment.isEmpty() || segment.indexOf('/') >= 0) {
                throw new IllegalArgumentException("expected one segment of a path, found '" + segment + "'");
            }
        }
        return new Routes(handlers, Optional.empty());
    }

    /** The same, with a handler for what none of these answers. */
    public Routes otherwise(HttpHandler handler) {
        return new Routes(bySegment, Optional.of(handler));
    }

    /**
     * @param path without its query, as the client sent it; empty if there is none
     */
    Optional<HttpHandler> find(String path) {
        if (bySegment.isEmpty()) {
            return rest;
        }
        int start = path.startsWith("/") ? 1 : 0;
        int slash = path.indexOf('/', start);
        var its = bySegment.get(path.substring(start, slash < 0 ? path.length() : slash));
        return its == null ? rest : Optional.of(its);
    }

    /** Every handler that there is. */
    Collection<HttpHandler> handlers() {
        return Stream.concat(bySegment.values().stream(), rest.stream()).toList();
    }

    /** What to tell a client that asked for anything else. */
    String known() {
        return "nothing here; there is /" + String.join(", /", bySegment.keySet()) + "\n";
    }
}
