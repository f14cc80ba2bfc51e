package dev.belay.platform.manifest;

import static dev.belay.platform.schema.Shape.fields;
import static dev.belay.platform.schema.Shape.optional;
import static dev.belay.platform.schema.Shape.required;

import dev.belay.platform.schema.JsonSchema;
import dev.belay.platform.schema.Shape;
import java.util.List;

/** The shape of a manifest: what it is checked by, and what editors are given. */
public final class ManifestSchema {
    private static final String ID = "urn:belay:platform";
    private static final int MANY = 100_000;
    private static final int SOME = 1_000;

    static final Shape SECRET = new Shape.Fields(
            List.of(
                    optional("file", Names.FILE, "A file that holds it; a line break at its end is left out."),
                    optional("env", Names.VARIABLE, "A variable of the host's environment.")),
            List.of("file", "env"));

    private static final Shape TLS = new Shape.Fields(
            List.of(
                    optional("certificate", Names.FILE, "The server's certificate (PEM), with those that vouch for it behind it."),
                    optional("key", Names.FILE, "Its private key (PEM, PKCS#8, not encrypted)."),
                    optional("pkcs12", Names.FILE, "Both in one file of PKCS#12, instead."),
                    optional("password", SECRET, "What opens that; empty by default.")),
            List.of("certificate", "pkcs12"));

    private static final Shape HARNESS = fields(
            optional("contract", Names.INTERFACE, "The interface that applications have to export."),
            required("upper", Names.COMPONENT, "The component that brings the triggers and imports the contract: a file, or oci:// and where it is in a registry."),
            optional("lower", new Shape.Items(Names.COMPONENT, SOME), "Components that export what applications import."),
            optional(
                    "middleware",
                    new Shape.Items(Names.COMPONENT, SOME),
                    "Components between the upper one and the application, in the order of a call."));

    private static final Shape LIMITS = fields(
            optional("memory", Names.SIZE, "Of one instance; 128m by default."),
            optional("deadline", Names.TIME, "Of one call; 30s by default."),
            optional("fuel", Names.COUNT, "Of one call, in function entries and iterations of loops; no bound by default."));

    private static final Shape INSTANCES = new Shape.Either(
            new Shape.Choice(List.of("fresh")),
            fields(
                    required("pool", new Shape.Whole(1, 10_000), "How many instances are kept to be used again."),
                    optional("reuse", new Shape.Whole(1, 1_000_000_000), "How many calls one is used for; 1000 by default.")));

    private static final Shape HTTP = fields(
            optional("host", Names.HOST, "The host that is asked; any by default."),
            optional("path", Names.PATH, "How the path begins, in whole segments; / by default."),
            optional("methods", new Shape.Items(Names.METHOD, 32), "The methods; all by default."),
            optional("headers", new Shape.Table(Names.HEADER, Names.ANY, 32), "Headers and the values they have to have."));

    private static final Shape JETSTREAM = fields(
            required("stream", Names.STREAM, "The stream, which has to be there."),
            optional("durable", Names.STREAM, "The name of its consumer; the application's by default."),
            optional("attempts", new Shape.Whole(1, 1_000), "How often a message is delivered at most; 5 by default."),
            optional("ack-wait", Names.TIME, "When a message that nobody answered for comes again; 60s by default."),
            optional("retry-after", Names.TIME, "When one that failed comes again; 1s by default."),
            optional("dead-letter", Names.SUBJECT, "Where messages go that failed each time."));

    private static final Shape MESSAGE = fields(
            required("subject", Names.SUBJECT, "The subjects, with * for one token and > for the rest."),
            optional("queue", Names.QUEUE, "Share the messages with all of this group."),
            optional("jetstream", JETSTREAM, "Take them from a stream of NATS, each at least once."));

    private static final Shape SCHEDULE = new Shape.Fields(
            List.of(
                    required("cron", Names.CRON, "When: minute, hour, day, month and weekday, with seconds before them if there are six."),
                    optional("zone", Names.ZONE, "Whose clock; UTC by default."),
                    optional("path", Names.PATH, "The path that is posted to, or"),
                    optional("subject", Names.QUEUE, "the subject of a message that is handled."),
                    optional("body", Names.ANY, "Of the request or message; empty by default.")),
            List.of("path", "subject"));

    private static final Shape TRIGGER = new Shape.Fields(
            List.of(
                    optional("http", HTTP, "Requests."),
                    optional("message", MESSAGE, "Messages."),
                    optional("schedule", SCHEDULE, "Moments.")),
            List.of("http", "message", "schedule"));

    private static final Shape HEALTH = fields(
            required("path", Names.PATH, "What a new revision is asked before it gets other requests."),
            optional("method", Names.METHOD, "GET by default."),
            optional("status", new Shape.Whole(100, 599), "What it has to answer; 200 by default."),
            optional("timeout", Names.TIME, "How long it may take; 5s by default."));

    private static final List<Shape.Field> SETTINGS = List.of(
            optional("config", new Shape.Table(Names.KEY, Names.ANY, SOME), "Values of wasi:config/store."),
            optional("environment", new Shape.Table(Names.VARIABLE, Names.ANY, SOME), "Environment variables."),
            optional("secrets", new Shape.Table(Names.VARIABLE, SECRET, SOME), "Values of wasi:config/store that are read when the application is loaded, and shown nowhere."),
            optional("allow-hosts", new Shape.Items(Names.ALLOWED_HOST, SOME), "Where it may send HTTP requests; nowhere by default."),
            optional("publish", new Shape.Items(Names.SUBJECT, SOME), "Subjects that it may send messages to; none by default."),
            optional("buckets", new Shape.Items(Names.NAME, SOME), "Buckets of keys and values that it may open, its own alone; none by default."),
            optional("limits", LIMITS, "What one call may use."),
            optional("instances", INSTANCES, "fresh, an instance for each call (the default), or a pool for requests, messages and schedules."),
            optional("tenant", Names.NAME, "Whose it is: tenants share the processors when there is not enough for all. By default it is a tenant of its own."),
            optional("share", new Shape.Whole(1, 1_000), "The tenant's share of the processors, in proportion to others'; the greatest of its applications counts. 1 by default."),
            optional("traffic", TrafficReader.SHAPE, "How requests are let in."),
            optional("health", HEALTH, "A request that says whether a new revision works."));

    private static final Shape APPLICATION = new Shape.Fields(
            java.util.stream.Stream.concat(
                            java.util.stream.Stream.of(
                                    required("component", Names.COMPONENT, "The application's component: a file, or oci:// and where it is in a registry."),
                                    optional("harness", Names.NAME, "The harness around it; none by default."),
                                    optional("triggers", new Shape.Items(TRIGGER, 100), "What makes it run."),
                                    optional("files", new Shape.Table(Names.PATH, Names.FILE, SOME), "Virtual files: a path that it sees, and the file or directory that is there.")),
                            SETTINGS.stream())
                    .toList(),
            List.of());

    static final Shape MANIFEST = fields(
            required("platform", Names.NAME, "The name of the platform."),
            optional(
                    "http",
                    fields(
                            optional("address", Names.ADDRESS, "Where requests are taken; 127.0.0.1:8080 by default."),
                            optional("tls", TLS, "Take them by TLS, and no others; in clear text by default."),
                            optional("concurrency", new Shape.Whole(1, 1_000_000), "How many requests are in, of all applications together; 10000 by default."),
                            optional("drain", Names.TIME, "How long a change, and a stop, waits for requests under way; 30s by default.")),
                    "The server for requests."),
            optional(
                    "admin",
                    fields(
                            optional("address", Names.ADDRESS, "Where operators ask; 127.0.0.1:0 by default, any free port."),
                            optional("unix", Names.FILE, "A Unix socket where they ask instead, which nobody but the host's user may open."),
                            optional("tls", TLS, "Have them ask by TLS; in clear text by default."),
                            optional("token", SECRET, "What an operator has to know; made anew and kept in the state's directory by default."),
                            optional("read-token", SECRET, "What somebody who may only look has to know.")),
                    "The server for operators."),
            optional("state", Names.FILE, "The directory of what the host keeps; .belay/NAME beside the manifest by default."),
            optional("keep-changes", new Shape.Whole(0, 1_000), "How many of the last changes one can go back to; the store keeps what they need. 20 by default."),
            optional(
                    "messaging",
                    fields(
                            required("nats", new Shape.Items(Names.NATS, 16), "Servers of one NATS cluster; tls:// for TLS."),
                            optional("credentials", Names.FILE, "A file of NATS's with a user's token and key."),
                            optional("authority", Names.FILE, "Certificates (PEM), of which one has signed the servers'; the JVM's by default.")),
                    "Where messages come from: within the process by default."),
            optional(
                    "tracing",
                    fields(
                            required("endpoint", Names.URL, "A collector that takes OTLP's JSON, such as http://127.0.0.1:4318/v1/traces."),
                            optional("sample", new Shape.Number(0, 100), "The percentage of requests that are followed, of those that nobody follows already; 0 by default.")),
                    "Where spans are sent: nowhere by default."),
            optional("harnesses", new Shape.Table(Names.NAME, HARNESS, SOME), "Harnesses by name."),
            optional("defaults", new Shape.Fields(SETTINGS, List.of()), "Settings of all applications that do not say otherwise."),
            required("applications", new Shape.Table(Names.NAME, APPLICATION, MANY), "Applications by name."));

    private ManifestSchema() {}

    /** As JSON Schema. */
    public static String json() {
        return JsonSchema.text(ID, "The manifest of a Belay platform", MANIFEST);
    }
}
