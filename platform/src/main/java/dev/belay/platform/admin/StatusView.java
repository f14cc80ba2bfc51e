package dev.belay.platform.admin;

import dev.belay.platform.observe.Tally;
import dev.belay.platform.observe.Usage;
import dev.belay.platform.rollout.Platform;
import dev.belay.platform.serve.Application;
import dev.belay.platform.serve.Revision;
import dev.belay.platform.serve.Serving;
import dev.belay.platform.spec.ApplicationSpec;
import dev.belay.platform.spec.Triggers;
import dev.belay.wasi.instances.PoolCounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The platform's state, for operators. */
public final class StatusView {
    private static final int ALL = 100;

    private final Platform platform;
    private final String name;
    private final String version;
    private final String http;
    private final Instant started = Instant.now();

    public StatusView(Platform platform, String name, String version, String http) {
        this.platform = platform;
        this.name = name;
        this.version = version;
        this.http = http;
    }

    public Messages.Status status() {
        var applications = new ArrayList<Messages.ApplicationStatus>();
        new TreeMap<>(platform.applications()).values().forEach(its -> applications.add(application(its)));
        new TreeMap<>(platform.failed()).forEach((failed, why) -> platform.desired(failed)
                .ifPresent(state -> applications.add(failed(state.spec(), why))));
        return new Messages.Status(
                name, version, started, platform.desired().sequence(), http, platform.desired().stacks(), applications);
    }

    /** One application, if it is desired. */
    public Optional<Messages.ApplicationStatus> application(String wanted) {
        return Optional.ofNullable(platform.applications().get(wanted))
                .map(this::application)
                .or(() -> platform.desired(wanted)
                        .map(state -> failed(state.spec(), platform.failed().getOrDefault(wanted, ""))));
    }

    private Messages.ApplicationStatus application(Application application) {
        Serving serving = application.serving();
        List<Revision> all = Stream.concat(Stream.of(serving.current()), serving.kept().stream()).toList();
        Tally.Totals now = serving.current().tally().totals();
        return new Messages.ApplicationStatus(
                application.name(),
                "serving",
                "",
                serving.current().id(),
                serving.spec().revision().component().label(),
                harness(serving.spec()),
                triggers(serving.spec().triggers()),
                all.stream().map(its -> revision(its, serving)).toList(),
                all.stream().mapToLong(its -> its.tally().totals().requests()).sum(),
                all.stream().mapToLong(its -> its.tally().totals().failed()).sum(),
                all.stream().mapToLong(its -> its.tally().totals().refused()).sum(),
                all.stream().mapToInt(Revision::underWay).sum(),
                finite(now.quantile(0.5)),
                finite(now.quantile(0.99)),
                platform.logs().dropped(application.name()),
                use(serving.current(), all));
    }

    private static Messages.Use use(Revision current, List<Revision> all) {
        Usage.Totals totals = current.usage().totals();
        return new Messages.Use(
                all.stream().mapToLong(its -> its.usage().totals().memory()).sum(),
                totals.most(),
                current.limits().memoryBytes(),
                totals.fuel().map(its -> new Messages.FuelUse(its.consumed(), its.most(), its.limit())),
                all.stream().mapToInt(its -> its.pool().map(PoolCounts::idle).orElse(0)).sum());
    }

    /** JSON has no infinity. */
    private static double finite(double seconds) {
        return Double.isInfinite(seconds) ? 2 * Tally.BOUNDS[Tally.BOUNDS.length - 1] : seconds;
    }

    private static Messages.RevisionStatus revision(Revision revision, Serving serving) {
        boolean current = revision.equals(serving.current());
        int weight = serving.weights().isEmpty()
                ? current ? ALL : 0
                : serving.weights().getOrDefault(revision.id(), 0);
        Tally.Totals totals = revision.tally().totals();
        return new Messages.RevisionStatus(
                revision.id(), current, weight, revision.spec().component().label(), totals.requests(), totals.failed(),
                revision.underWay());
    }

    private static Messages.ApplicationStatus failed(ApplicationSpec spec, String why) {
        return new Messages.ApplicationStatus(
                spec.name(), "failed", why, spec.revision().id(), spec.revision().component().label(), harness(spec),
                triggers(spec.triggers()), List.of(), 0, 0, 0, 0, 0, 0, 0,
                new Messages.Use(0, 0, spec.revision().limits().limits().memoryBytes(), Optional.empty(), 0));
    }

    private static String harness(ApplicationSpec spec) {
        return spec.revision().stack().map(stack -> stack.name() + " (" + stack.upper().label() + ")").orElse("");
    }

    private static List<String> triggers(Triggers triggers) {
        var all = new ArrayList<String>();
        triggers.http().forEach(its -> all.add("http " + (its.host().isEmpty() ? "*" : its.host()) + its.path()
                + (its.methods().isEmpty() ? "" : " " + String.join(",", its.methods()))));
        triggers.messages().forEach(its -> all.add("message " + its.subject() + its.queue().map(q -> " queue " + q).orElse("")
                + its.durable().map(d -> " of stream " + d.stream()).orElse("")));
        triggers.schedules().forEach(its -> all.add("schedule " + its.cron() + " " + its.zone()));
        return all;
    }
}
