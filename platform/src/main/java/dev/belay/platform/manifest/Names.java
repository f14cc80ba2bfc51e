package dev.belay.platform.manifest;

import dev.belay.platform.registry.Reference;
import dev.belay.platform.schema.Quantity;
import dev.belay.platform.schema.Shape;
import dev.belay.platform.spec.Cron;
import dev.belay.wasi.http.OutgoingPolicy;
import dev.belay.wasi.messaging.SubjectPattern;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/** The kinds of text in a manifest. */
final class Names {
    private static final String SOME = "(?s).+";

    static final Shape.Text NAME =
            Shape.text("a name of small letters, digits and dashes, at most 63", "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    static final Shape.Text FILE = Shape.text("the path of a file", SOME);
    static final Shape.Text COMPONENT = Shape.parsed("the path of a file, or a reference such as oci://registry.example.com/bank:1.2", SOME, Names::component);
    static final Shape.Text ANY = Shape.text("text", "(?s).*");
    static final Shape.Text KEY = Shape.text("a key without control characters", "[^\\x00-\\x1f\\x7f]{1,256}");
    static final Shape.Text VARIABLE = Shape.text("the name of a variable, without '='", "[^=\\x00-\\x1f\\x7f]{1,256}");
    static final Shape.Text ADDRESS =
            Shape.text("HOST:PORT, such as 127.0.0.1:8080", "(\\[[0-9a-fA-F:.]+\\]|[^:\\s\\[\\]]+):[0-9]{1,5}");
    static final Shape.Text INTERFACE = Shape.text(
            "an interface such as wasmpay:platform/validation@0.1.0", "[a-z0-9-]+:[a-z0-9-]+/[a-z0-9-]+(@[0-9A-Za-z.+-]+)?");
    static final Shape.Text TIME = Shape.parsed(Quantity.TIME, "[0-9]{1,15}[a-zA-Z]*", Quantity::time);
    static final Shape.Text SIZE = Shape.parsed(Quantity.SIZE, "[0-9]{1,15}[a-zA-Z]*", Quantity::size);
    static final Shape.Text COUNT = Shape.parsed(Quantity.COUNT, "[0-9]{1,15}[a-zA-Z]*", Quantity::count);
    static final Shape.Text HOST = Shape.text("the name of a host, such as pay.example.com", "[A-Za-z0-9._-]{1,253}|\\[[0-9a-fA-F:.]+\\]");
    static final Shape.Text PATH = Shape.text("a path such as /api", "/[\\x21-\\x7e]{0,2000}");
    static final Shape.Text METHOD = Shape.text("a method such as GET", "[A-Z]{1,32}");
    static final Shape.Text HEADER = Shape.text("the name of a header", "[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}");
    static final Shape.Text SUBJECT = Shape.parsed("a subject such as payments.*", "[\\x21-\\x7e]{1,512}", SubjectPattern::parse);
    static final Shape.Text QUEUE = Shape.text("the name of a queue group", "[\\x21-\\x7e]{1,512}");
    static final Shape.Text URL = Shape.parsed("a URL such as http://127.0.0.1:4318/v1/traces", "https?://[^\\s/]+(/\\S*)?", URI::create);
    static final Shape.Text STREAM = Shape.text("a name without dots, spaces and wildcards", "[^\\s.*>/\\\\]{1,255}");
    static final Shape.Text CRON = Shape.parsed("a cron expression such as 0 6 * * mon-fri", "[0-9A-Za-z*/,@ -]{1,200}", Cron::parse);
    static final Shape.Text ZONE = Shape.parsed("a time zone such as Europe/Berlin", "[A-Za-z0-9+_/:-]{1,64}", Names::zone);
    static final Shape.Text ALLOWED_HOST = Shape.parsed(
            "HOST, HOST:PORT, *.DOMAIN or *", "[\\x21-\\x7e]{1,512}", text -> OutgoingPolicy.allow(List.of(text)));
    static final Shape.Text NATS = Shape.text("a URL such as nats://127.0.0.1:4222 or tls://host:4222", "(nats|tls)://[^\\s]+");

    private Names() {}

    /** Everything but a reference is a path. */
    private static String component(String text) {
        return Reference.isMeant(text) ? Reference.parse(text).toString() : text;
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("expected a time zone such as Europe/Berlin, found '" + text + "'", e);
        }
    }
}
