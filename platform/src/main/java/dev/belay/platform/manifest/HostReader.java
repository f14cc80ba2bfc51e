package dev.belay.platform.manifest;

import dev.belay.host.http.HostPort;
import dev.belay.platform.schema.Problem;
import dev.belay.platform.schema.Quantity;
import dev.belay.platform.spec.SecretSource;
import dev.belay.platform.yaml.Value;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads what a manifest says of the host itself. */
final class HostReader {
    private static final String LOCAL = "127.0.0.1";

    private final Path base;
    private final Consumer<Problem> problems;

    /** @param base the directory that paths are relative to */
    HostReader(Path base, Consumer<Problem> problems) {
        this.base = base;
        this.problems = problems;
    }

    HostSettings read(At root) {
        String name = root.text("platform").orElseThrow();
        At http = root.within("http");
        At messaging = root.within("messaging");
        return new HostSettings(
                name,
                address(http, new HostPort(LOCAL, 8080)),
                http.whole("concurrency").orElse(10_000),
                http.text("drain").map(Quantity::time).orElse(Duration.ofSeconds(30)),
                tls(http),
                admin(root.within("admin")),
                resolved(root.text("state").orElse(".belay/" + name)),
                root.whole("keep-changes").orElse(20),
                messaging.texts("nats"),
                messaging.text("credentials").map(base::resolve),
                messaging.text("authority").map(base::resolve),
                root.find("tracing").map(its -> tracing(At.of(its))));
    }

    private HostSettings.Admin admin(At at) {
        for (String other : List.of("address", "tls")) {
            at.find("unix").ifPresent(unix -> at.find(other).ifPresent(value -> problems.accept(new Problem.Conflict(
                    value.span(), "expected `unix` or `" + other + "`, found both: a Unix socket has neither address nor TLS",
                    unix.span()))));
        }
        return new HostSettings.Admin(
                address(at, new HostPort(LOCAL, 0)), at.text("unix").map(this::resolved), tls(at), secret(at, "token"), secret(at, "read-token"));
    }

    private Optional<HostSettings.Tls> tls(At server) {
        return server.find("tls").map(value -> {
            At at = At.of(value);
            require(at, "certificate", "key");
            require(at, "key", "certificate");
            require(at, "password", "pkcs12");
            return new HostSettings.Tls(
                    at.text("certificate").map(this::resolved),
                    at.text("key").map(this::resolved),
                    at.text("pkcs12").map(this::resolved),
                    secret(at, "password"));
        });
    }

    private void require(At at, String one, String with) {
        at.find(one).filter(_ -> at.find(with).isEmpty()).ifPresent(value -> problems.accept(
                new Problem.BadValue(value.span(), "`" + with + "` beside `" + one + "`", "`" + one + "` alone", List.of())));
    }

    private static HostSettings.Tracing tracing(At at) {
        double percent = at.text("sample").map(Double::parseDouble).orElse(0.0);
        return new HostSettings.Tracing(URI.create(at.text("endpoint").orElseThrow()), percent / 100);
    }

    private HostPort address(At at, HostPort otherwise) {
        Optional<HostPort> address = at.text("address").flatMap(HostPort::parse);
        at.find("address").filter(_ -> address.isEmpty()).ifPresent(value -> problems.accept(
                new Problem.BadValue(value.span(), "a port from 0 to 65535", value.kind(), List.of())));
        return address.orElse(otherwise);
    }

    private Path resolved(String path) {
        return base.resolve(path).normalize();
    }

    private Optional<SecretSource> secret(At at, String name) {
        return at.find(name).map(At::of).map(its -> new SecretSource(its.text("file").map(file -> resolved(file).toString()), its.text("env")));
    }
}
