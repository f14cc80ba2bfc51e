package dev.belay.platform.route;

import dev.belay.host.http.RequestLine;
import dev.belay.platform.serve.Application;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routes of one host, by the first segment of their path. */
final class HostRoutes {
    private final Map<String, List<Route>> bySegment = new HashMap<>();
    private final List<Route> others = new ArrayList<>();

    /** @param routes in their order */
    HostRoutes(List<Route> routes) {
        for (Route route : routes) {
            String path = route.trigger().path();
            (path.equals("/") ? others : bySegment.computeIfAbsent(firstSegment(path), _ -> new ArrayList<>())).add(route);
        }
    }

    Optional<Application> find(RequestLine request, String path) {
        if (!bySegment.isEmpty()) {
            Optional<Application> found = first(bySegment.getOrDefault(firstSegment(path), List.of()), request, path);
            if (found.isPresent()) {
                return found;
            }
        }
        return first(others, request, path);
    }

    private static Optional<Application> first(List<Route> routes, RequestLine request, String path) {
        for (Route route : routes) {
            if (route.matches(request, path)) {
                return route.found();
            }
        }
        return Optional.empty();
    }

    private static String firstSegment(String path) {
        int start = path.startsWith("/") ? 1 : 0;
        int slash = path.indexOf('/', start);
        return path.substring(start, slash < 0 ? path.length() : slash);
    }
}
