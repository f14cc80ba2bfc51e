package dev.belay.platform.rollout;

import dev.belay.platform.fair.Tenants;
import dev.belay.platform.observe.Logs;
import dev.belay.platform.route.RouteTable;
import dev.belay.platform.serve.Application;
import dev.belay.platform.serve.Revision;
import dev.belay.platform.serve.Serving;
import dev.belay.platform.trace.Tracer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The applications that serve, and the ways to them. Read by anybody at any time; moved by one at a time. */
final class Running {
    private final Logs logs;
    private final Tracer tracer;
    private final Tenants tenants = new Tenants();
    private volatile Map<String, Application> applications = Map.of();
    private volatile Map<String, String> failed = Map.of();
    private volatile RouteTable routes = RouteTable.of(List.of());

    Running(Logs logs, Tracer tracer) {
        this.logs = logs;
        this.tracer = tracer;
    }

    /** By name. */
    Map<String, Application> applications() {
        return applications;
    }

    /** Why applications that are desired do not run. */
    Map<String, String> failed() {
        return failed;
    }

    RouteTable routes() {
        return routes;
    }

    /** Applications that could not be started, by name, with why. */
    void failed(Map<String, String> why) {
        failed = Map.copyOf(why);
    }

    /**
     * Has requests from now on served as was prepared.
     *
     * @return revisions that served before and do not now
     */
    List<Revision> move(Map<String, Prepared> prepared, Collection<String> removed) {
        var next = new HashMap<>(applications);
        var before = new ArrayList<Revision>();
        prepared.forEach((name, its) -> {
            Application application = next.get(name);
            if (application == null) {
                next.put(name, new Application(
                        its.serving(), logs, tracer, tenants, other -> Optional.ofNullable(applications.get(other))));
            } else {
                revisions(application).filter(r -> !r.equals(its.serving().current())).forEach(before::add);
                application.serve(its.serving());
            }
        });
        for (String name : removed) {
            Optional.ofNullable(next.remove(name)).ifPresent(gone -> revisions(gone).forEach(before::add));
        }
        tenants.follow(next.values().stream().map(Application::spec).toList());
        routes = RouteTable.of(next.values());
        applications = Collections.unmodifiableMap(next);
        var still = new HashMap<>(failed);
        still.keySet().removeAll(prepared.keySet());
        still.keySet().removeAll(removed);
        failed = Map.copyOf(still);
        return before;
    }

    /** Nothing is expected any more. */
    void rest() {
        applications.values().stream().flatMap(Running::revisions).forEach(Revision::rest);
    }

    private static Stream<Revision> revisions(Application application) {
        return Stream.concat(Stream.of(application.serving().current()), application.serving().kept().stream());
    }

    /** Whether a revision gets requests now: the current one of its application, or one that has a share. */
    boolean serves(Revision revision) {
        Application application = applications.get(revision.application());
        if (application == null) {
            return false;
        }
        Serving now = application.serving();
        return now.current().equals(revision) || now.weights().containsKey(revision.id()) && now.kept().contains(revision);
    }
}
