package dev.belay.platform.route;

import dev.belay.host.http.RequestLine;
import dev.belay.platform.serve.Application;
import dev.belay.platform.spec.Triggers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All routes: by the request's host, then by its path, method and headers. Routes of no host are for requests that those of
 * their host do not take. Immutable.
 */
public final class RouteTable {
    private static final String ANY = "";

    private final Map<String, HostRoutes> byHost;

    private RouteTable(Map<String, HostRoutes> byHost) {
        this.byHost = byHost;
    }

    public static RouteTable of(Collection<Application> applications) {
        var routes = new HashMap<String, List<Route>>();
        for (Application application : applications) {
            Optional<Application> found = Optional.of(application);
            for (Triggers.Http trigger : application.spec().triggers().http()) {
                routes.computeIfAbsent(trigger.host(), _ -> new ArrayList<>()).add(new Route(trigger, found));
            }
        }
        var byHost = new HashMap<String, HostRoutes>();
        routes.forEach((host, its) -> {
            its.sort(Route.ORDER);
            byHost.put(host, new HostRoutes(its));
        });
        return new RouteTable(byHost);
    }

    public Optional<Application> find(RequestLine request) {
        String path = request.path();
        HostRoutes its = byHost.get(request.host().toLowerCase(Locale.ROOT));
        Optional<Application> found = its == null ? Optional.empty() : its.find(request, path);
        if (found.isPresent()) {
            return found;
        }
        HostRoutes any = byHost.get(ANY);
        return any == null ? Optional.empty() : any.find(request, path);
    }
}
