package dev.belay.platform.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.host.http.RequestLine;
import dev.belay.platform.rollout.TestPlatform;
import dev.belay.platform.serve.Application;
import dev.belay.platform.spec.Triggers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteTableTest {
    @TempDir
    private Path directory;

    private record Line(String method, String host, String path, Map<String, String> headers) implements RequestLine {
        @Override
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    private static Triggers.Http route(String host, String path, List<String> methods, Map<String, String> headers) {
        return new Triggers.Http(host, path, methods, headers);
    }

    @Test
    void findsTheMostParticularRoute() {
        try (var platform = TestPlatform.start(directory)) {
            platform.applyEcho("any", route("", "/", List.of(), Map.of()));
            platform.applyEcho("pay", route("pay.example.com", "/", List.of(), Map.of()));
            platform.applyEcho("admin", route("pay.example.com", "/admin", List.of(), Map.of()));
            platform.applyEcho("post", route("pay.example.com", "/admin", List.of("POST"), Map.of()));
            platform.applyEcho("beta", route("pay.example.com", "/admin", List.of(), Map.of("x-stage", "beta")));
            platform.applyEcho("deep", route("", "/a/b/", List.of(), Map.of()));
            var table = RouteTable.of(platform.platform().applications().values());
            assertThat(found(table, "GET", "other.org", "/x")).isEqualTo("any");
            assertThat(found(table, "GET", "", "")).isEqualTo("any");
            assertThat(found(table, "GET", "PAY.example.com", "/x")).isEqualTo("pay");
            assertThat(found(table, "GET", "pay.example.com", "/admin")).isEqualTo("admin");
            assertThat(found(table, "GET", "pay.example.com", "/administrator")).isEqualTo("pay");
            assertThat(found(table, "POST", "pay.example.com", "/admin/x")).isEqualTo("post");
            assertThat(table.find(new Line("POST", "pay.example.com", "/admin", Map.of("x-stage", "beta"))).map(Application::name))
                    .contains("beta");
            assertThat(found(table, "GET", "x", "/a/b/c")).isEqualTo("deep");
            assertThat(found(table, "GET", "x", "/a/bc")).isEqualTo("any");
        }
    }

    private static String found(RouteTable table, String method, String host, String path) {
        return table.find(new Line(method, host, path, Map.of())).map(Application::name).orElse("nobody");
    }
}
