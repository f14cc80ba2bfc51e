package dev.belay.platform.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.platform.Await;
import dev.belay.platform.rollout.TestPlatform;
import dev.belay.platform.spec.Digest;
import dev.belay.platform.spec.Triggers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminServerTest {
    @TempDir
    private Path directory;

    private TestPlatform platform;
    private AdminServer server;
    private volatile Optional<String> notReady = Optional.empty();
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void start() throws IOException {
        platform = TestPlatform.start(directory);
        server = AdminServer.start(
                new AdminAddress.Network("127.0.0.1", 0, Optional.empty()), new Tokens("secret", Optional.of("looking")),
                new AdminServer.Subject(platform.platform(), platform.cleaner(), "test", "0", "http://x", () -> {}, () -> notReady));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
        platform.close();
    }

    private HttpResponse<String> ask(String method, String path, String token, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("authorization", "Bearer " + token)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void nobodyLooksWithoutAToken() throws Exception {
        for (String path : List.of("/v1/status", "/metrics", "/v1/logs", "/v1/history", "/anything")) {
            assertThat(ask("GET", path, "wrong", "").statusCode()).as(path).isEqualTo(401);
            assertThat(ask("GET", path, "", "").statusCode()).as(path).isEqualTo(401);
        }
    }

    @Test
    void aReaderChangesNothing() throws Exception {
        assertThat(ask("GET", "/v1/status", "looking", "").statusCode()).isEqualTo(200);
        for (String path : List.of("/v1/apply", "/v1/stop", "/v1/upgrade", "/v1/rollback", "/v1/weights")) {
            assertThat(ask("POST", path, "looking", "{}").statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void healthNeedsNoToken() throws Exception {
        assertThat(ask("GET", "/healthz", "", "").body()).isEqualTo("ok\n");
        assertThat(ask("GET", "/readyz", "", "").statusCode()).isEqualTo(200);
        notReady = Optional.of("starting");
        assertThat(ask("GET", "/readyz", "", "").body()).isEqualTo("starting\n");
        assertThat(ask("GET", "/readyz", "", "").statusCode()).isEqualTo(503);
    }

    @Test
    void bytesHaveToBeTheirDigests() throws Exception {
        Digest digest = Digest.of("x".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(ask("PUT", "/v1/blobs/" + digest, "secret", "y").statusCode()).isEqualTo(400);
        assertThat(ask("PUT", "/v1/blobs/../../etc", "secret", "x").statusCode()).isEqualTo(400);
        assertThat(ask("PUT", "/v1/blobs/" + digest, "secret", "x").statusCode()).isEqualTo(201);
        assertThat(platform.platform().blobs().has(digest)).isTrue();
    }

    @Test
    void nonsenseIsAnErrorOfTheClient() throws Exception {
        assertThat(ask("POST", "/v1/apply", "secret", "{").statusCode()).isEqualTo(400);
        assertThat(ask("POST", "/v1/apply", "secret", "{}").statusCode()).isEqualTo(400);
        assertThat(ask("GET", "/v1/logs?after=x", "secret", "").statusCode()).isEqualTo(400);
        assertThat(ask("GET", "/v1/applications/none", "secret", "").statusCode()).isEqualTo(404);
        assertThat(ask("POST", "/v1/rollback", "secret", "{\"application\":\"none\"}").statusCode()).isEqualTo(409);
    }

    @Test
    void metricsCountRequests() throws Exception {
        platform.applyEcho("shop", new Triggers.Http("", "/", List.of(), Map.of()));
        platform.get("/info");
        Await.until(() -> platform.platform().applications().get("shop").serving().current().tally().totals().requests() == 1);
        String id = platform.platform().applications().get("shop").serving().current().id();
        assertThat(ask("GET", "/metrics", "looking", "").body())
                .contains("belay_request_duration_seconds_count{application=\"shop\",revision=\"" + id + "\"} 1")
                .contains("belay_responses_total{application=\"shop\",class=\"2xx\",revision=\"" + id + "\"} 1.0")
                .contains("belay_changes_total{action=\"apply\",result=\"done\"} 1.0");
    }
}
