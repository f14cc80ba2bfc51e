package dev.belay.platform.manifest;

import dev.belay.platform.schema.Problem;
import dev.belay.platform.schema.Quantity;
import dev.belay.platform.spec.ApplicationSpec;
import dev.belay.platform.spec.HealthCheck;
import dev.belay.platform.spec.InstancePolicy;
import dev.belay.platform.spec.LimitSpec;
import dev.belay.platform.spec.Part;
import dev.belay.platform.spec.RevisionSpec;
import dev.belay.platform.spec.SecretSource;
import dev.belay.platform.spec.StackSpec;
import dev.belay.platform.spec.Tenancy;
import dev.belay.platform.spec.Triggers;
import dev.belay.platform.yaml.Value;
import dev.belay.wit.error.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reads what a manifest says of one application, with the settings that are common to all behind it. */
final class ApplicationReader {
    private final NamedFiles files;
    private final NamedComponents components;
    private final Map<String, StackSpec> stacks;
    private final At defaults;
    private final boolean hasNats;
    private final Consumer<Problem> problems;
    private final Map<Triggers.Http, Span> routes = new HashMap<>();

    /** @param hasNats whether there can be streams */
    ApplicationReader(
            NamedFiles files,
            NamedComponents components,
            Map<String, StackSpec> stacks,
            At defaults,
            boolean hasNats,
            Consumer<Problem> problems) {
        this.files = files;
        this.components = components;
        this.hasNats = hasNats;
        this.stacks = stacks;
        this.defaults = defaults;
        this.problems = problems;
    }

    ApplicationSpec application(String name, Value value) {
        At own = At.of(value);
        At at = own.or(defaults);
        return new ApplicationSpec(name, revision(at), triggers(name, own), TrafficReader.read(at.within("traffic")), tenancy(at));
    }

    private static Tenancy tenancy(At at) {
        return new Tenancy(at.text("tenant"), at.whole("share").orElse(1));
    }

    private RevisionSpec revision(At at) {
        Value component = at.find("component").orElseThrow();
        return new RevisionSpec(
                at.find("harness").flatMap(this::stack),
                components.part(component),
                files(at),
                at.textEntries("config"),
                at.textEntries("environment"),
                secrets(at),
                at.texts("allow-hosts"),
                at.texts("publish"),
                at.texts("buckets"),
                limits(at.within("limits")),
                instances(at),
                at.find("health").map(its -> health(At.of(its))));
    }

    private Optional<StackSpec> stack(Value named) {
        String name = ((Value.Scalar) named).text();
        StackSpec stack = stacks.get(name);
        if (stack == null) {
            problems.accept(new Problem.UnknownName(named.span(), "harness", name, List.copyOf(stacks.keySet())));
        }
        return Optional.ofNullable(stack);
    }

    private Map<String, Part> files(At at) {
        var all = new TreeMap<String, Part>();
        at.entries("files").forEach((guest, file) ->
                all.putAll(files.tree(guest, ((Value.Scalar) file).text(), file.span())));
        return all;
    }

    private Map<String, SecretSource> secrets(At at) {
        var secrets = new TreeMap<String, SecretSource>();
        at.entries("secrets").forEach((name, its) -> {
            At source = At.of(its);
            secrets.put(name, new SecretSource(
                    source.text("file").map(file -> files.resolved(file, its.span()).toString()), source.text("env")));
        });
        return secrets;
    }

    private static LimitSpec limits(At at) {
        return new LimitSpec(
                at.text("memory").map(Quantity::size),
                at.text("deadline").map(Quantity::time),
                at.text("fuel").map(Quantity::count));
    }

    private static InstancePolicy instances(At at) {
        return at.find("instances")
                .filter(Value.Table.class::isInstance)
                .map(At::of)
                .map(pool -> new InstancePolicy(pool.whole("pool").orElse(1), pool.whole("reuse").orElse(1_000)))
                .orElse(InstancePolicy.fresh());
    }

    private static HealthCheck health(At at) {
        return new HealthCheck(
                at.text("method").orElse("GET"),
                at.text("path").orElseThrow(),
                at.whole("status").orElse(200),
                at.text("timeout").map(Quantity::time).orElse(Duration.ofSeconds(5)));
    }

    private Triggers triggers(String application, At at) {
        var http = new ArrayList<Triggers.Http>();
        var messages = new ArrayList<Triggers.Subject>();
        var schedules = new ArrayList<Triggers.Schedule>();
        for (Value item : at.items("triggers")) {
            At trigger = At.of(item);
            trigger.find("http").ifPresent(its -> http.add(route(At.of(its), its.span())));
            trigger.find("message").ifPresent(its -> messages.add(message(application, At.of(its))));
            trigger.find("schedule").ifPresent(its -> schedules.add(schedule(At.of(its))));
        }
        return new Triggers(http, messages, schedules);
    }

    private Triggers.Subject message(String application, At at) {
        Optional<Value> stream = at.find("jetstream");
        if (stream.isPresent() && !hasNats) {
            problems.accept(new Problem.BadValue(stream.get().span(), "messaging: {nats: …}, which has streams", "none", List.of()));
        }
        return new Triggers.Subject(
                at.text("subject").orElseThrow(), at.text("queue"), stream.map(At::of).map(its -> durable(application, its)));
    }

    private static Triggers.Durable durable(String application, At at) {
        return new Triggers.Durable(
                at.text("stream").orElseThrow(),
                at.text("durable").orElse(application),
                at.whole("attempts").orElse(5),
                at.text("ack-wait").map(Quantity::time).orElse(Duration.ofSeconds(60)),
                at.text("retry-after").map(Quantity::time).orElse(Duration.ofSeconds(1)),
                at.text("dead-letter"));
    }

    private static Triggers.Schedule schedule(At at) {
        return new Triggers.Schedule(
                at.text("cron").orElseThrow(),
                at.text("zone").orElse("UTC"),
                at.text("path"),
                at.text("subject"),
                at.text("body").orElse(""));
    }

    private Triggers.Http route(At at, Span span) {
        var headers = new TreeMap<String, String>();
        at.textEntries("headers").forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        var route = new Triggers.Http(
                at.text("host").orElse("").toLowerCase(Locale.ROOT),
                at.text("path").orElse("/"),
                at.texts("methods").stream().sorted().toList(),
                headers);
        Span other = routes.putIfAbsent(route, span);
        if (other != null) {
            problems.accept(new Problem.Conflict(span, "expected a route of its own, found one that is given twice", other));
        }
        return route;
    }
}
