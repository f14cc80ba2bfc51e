package dev.belay.platform.manifest;

import static dev.belay.platform.schema.Shape.fields;
import static dev.belay.platform.schema.Shape.optional;
import static dev.belay.platform.schema.Shape.required;

import dev.belay.platform.schema.Quantity;
import dev.belay.platform.schema.Shape;
import dev.belay.platform.spec.TrafficSpec;
import dev.belay.platform.yaml.Value;
import java.time.Duration;
import java.util.List;

/** How requests reach an application: what a manifest may say of it, and how that is read. */
final class TrafficReader {
    private static final double PERCENT = 100;
    private static final List<String> HARMLESS = List.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");
    private static final Shape SHARE = new Shape.Number(0, PERCENT);

    private static final Shape RATE = fields(
            required("per-second", new Shape.Number(0.001, 1_000_000_000), "How many requests in a second; beyond them status 429."),
            optional("burst", new Shape.Whole(1, 1_000_000), "How many at once; as many as in a second by default."));

    private static final Shape RETRIES = fields(
            required("attempts", new Shape.Whole(1, 10), "How often a request that failed is tried again."),
            optional("methods", new Shape.Items(Names.METHOD, 32), "GET, HEAD, OPTIONS, PUT and DELETE by default."));

    private static final Shape BREAKER = fields(
            required("errors", SHARE, "The percentage of failures at which the application is given a rest."),
            optional("minimum", new Shape.Whole(1, 1_000_000), "Requests that have to be seen before; 20 by default."),
            optional("window", Names.TIME, "Over how long they are counted; 10s by default."),
            optional("rest", Names.TIME, "How long clients get status 503 at once; 5s by default."));

    private static final Shape MIRROR = fields(
            optional("application", Names.NAME, "Who gets the requests as well; the revision before by default."),
            optional("percent", new Shape.Whole(1, 100), "How many of a hundred; 100 by default."));

    private static final Shape RULE = new Shape.Fields(
            List.of(
                    optional("header", Names.HEADER, "A header that the request has."),
                    optional("cookie", Names.HEADER, "A cookie that the request has."),
                    optional("value", Names.ANY, "The value that it has; any by default."),
                    required("revision", Shape.text("current, previous or a revision's name", "current|previous|[0-9a-f]{12}"), "Who gets it.")),
            List.of("header", "cookie"));

    private static final Shape CANARY = fields(
            required("steps", new Shape.Items(new Shape.Whole(1, 99), 100), "Percentages that a new revision gets, one after the other."),
            required("every", Names.TIME, "How long each step lasts, at least."),
            optional("errors", SHARE, "The percentage of failures above which it goes back; 1 by default."),
            optional("latency", Names.TIME, "What 99 of a hundred requests have to keep to; no bound by default."),
            optional("minimum", new Shape.Whole(1, 1_000_000_000), "Requests that each step has to see; 20 by default."));

    static final Shape SHAPE = fields(
            optional("concurrency", new Shape.Whole(1, 1_000_000), "How many requests run at a time; 200 by default."),
            optional("waiting", new Shape.Whole(0, 1_000_000), "How many more wait; 200 by default. The next get status 503."),
            optional("timeout", Names.TIME, "Of a request with all its retries; the deadline of a call by default."),
            optional("rate", RATE, "How many requests may come."),
            optional("retries", RETRIES, "What is tried again: a trap, or a status from 500."),
            optional("circuit-breaker", BREAKER, "When the application is given a rest."),
            optional("mirror", MIRROR, "Another that gets requests as well; what it answers is compared and counted."),
            optional("rules", new Shape.Items(RULE, 100), "Requests that go to a revision of their own."),
            optional("canary", CANARY, "How a new revision comes to all requests; at once by default."));

    private TrafficReader() {}

    static TrafficSpec read(At at) {
        TrafficSpec otherwise = TrafficSpec.defaults();
        return new TrafficSpec(
                at.whole("concurrency").orElse(otherwise.concurrency()),
                at.whole("waiting").orElse(otherwise.waiting()),
                at.text("timeout").map(Quantity::time),
                at.find("rate").map(its -> rate(At.of(its))),
                at.find("retries").map(its -> retries(At.of(its))),
                at.find("circuit-breaker").map(its -> breaker(At.of(its))),
                at.find("mirror").map(its -> mirror(At.of(its))),
                at.items("rules").stream().map(TrafficReader::rule).toList(),
                at.find("canary").map(its -> canary(At.of(its))));
    }

    private static TrafficSpec.Rate rate(At at) {
        double perSecond = at.text("per-second").map(Double::parseDouble).orElseThrow();
        return new TrafficSpec.Rate(perSecond, at.whole("burst").orElse((int) Math.clamp(Math.ceil(perSecond), 1, 1_000_000)));
    }

    private static TrafficSpec.Retries retries(At at) {
        List<String> methods = at.texts("methods");
        return new TrafficSpec.Retries(at.whole("attempts").orElseThrow(), methods.isEmpty() ? HARMLESS : methods);
    }

    private static TrafficSpec.Breaker breaker(At at) {
        return new TrafficSpec.Breaker(
                share(at, "errors", PERCENT),
                at.whole("minimum").orElse(20),
                time(at, "window", 10),
                time(at, "rest", 5));
    }

    private static TrafficSpec.Mirror mirror(At at) {
        return new TrafficSpec.Mirror(at.text("application"), at.whole("percent").orElse(100));
    }

    private static TrafficSpec.Rule rule(Value value) {
        At at = At.of(value);
        return new TrafficSpec.Rule(at.text("header"), at.text("cookie"), at.text("value"), at.text("revision").orElseThrow());
    }

    private static TrafficSpec.Canary canary(At at) {
        return new TrafficSpec.Canary(
                at.texts("steps").stream().map(Integer::parseInt).toList(),
                time(at, "every", 60),
                share(at, "errors", 1),
                at.text("latency").map(Quantity::time),
                at.whole("minimum").orElse(20));
    }

    private static double share(At at, String name, double otherwise) {
        return at.text(name).map(Double::parseDouble).orElse(otherwise) / PERCENT;
    }

    private static Duration time(At at, String name, int seconds) {
        return at.text(name).map(Quantity::time).orElse(Duration.ofSeconds(seconds));
    }
}
