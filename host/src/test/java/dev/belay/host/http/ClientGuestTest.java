package dev.belay.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.runtime.InstanceState;
import dev.belay.wasi.http.HttpState;
import dev.belay.wasi.http.OutgoingPolicy;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A component that asks another server, where it may. */
final class ClientGuestTest {
    private final HttpClientTransport transport = new HttpClientTransport();
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer target = HttpServer.builder(Guests.linked("http-echo")).bind("127.0.0.1", 0).start();

    @AfterEach
    void stop() {
        client.close();
        target.close();
        transport.close();
    }

    @Test
    void aHostThatIsAllowedIsAsked() throws Exception {
        try (HttpServer server = serve("127.0.0.1:" + target.port())) {
            HttpResponse<String> response = fetch(server, target(target.port(), "/info?x=1"));

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("content-type")).contains("text/plain; charset=utf-8");
            assertThat(response.body())
                    .contains("method: GET\n", "target: /info?x=1\n", "authority: 127.0.0.1:" + target.port() + "\n");
        }
    }

    @Test
    void aBodyStreamsThereAndBack() throws Exception {
        String body = "x".repeat(1_000_000);
        try (HttpServer server = serve("*")) {
            var request = HttpRequest.newBuilder(uri(server, target(target.port(), "/echo")))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();

            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).body()).isEqualTo(body);
        }
    }

    @Test
    void nothingIsAskedByDefault() throws Exception {
        try (HttpServer server = HttpServer.builder(Guests.linked("http-client")).bind("127.0.0.1", 0).start()) {
            HttpResponse<String> response = fetch(server, target(target.port(), "/info"));

            assertThat(response.statusCode()).isEqualTo(502);
            assertThat(response.body()).contains("HTTP-request-denied");
        }
    }

    @Test
    void aHostThatIsNotNamedIsNotAsked() throws Exception {
        try (HttpServer server = serve("localhost:" + target.port())) {
            assertThat(fetch(server, target(target.port(), "/info")).body()).contains("HTTP-request-denied");
        }
    }

    @Test
    void aServerThatIsNotThereIsAnErrorWithAName() throws Exception {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        try (HttpServer server = serve("*")) {
            HttpResponse<String> response = fetch(server, target(free, "/"));

            assertThat(response.statusCode()).isEqualTo(502);
            assertThat(response.body()).contains("connection-refused");
        }
    }

    private HttpServer serve(String allowed) {
        HttpState state = HttpState.denied().withOutgoing(OutgoingPolicy.allow(List.of(allowed)), transport);
        return HttpServer.builder(Guests.linked("http-client"))
                .bind("127.0.0.1", 0)
                .state(() -> InstanceState.of(HttpState.class, state))
                .start();
    }

    private HttpResponse<String> fetch(HttpServer server, String url) throws Exception {
        return client.send(
                HttpRequest.newBuilder(uri(server, url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(HttpServer server, String url) {
        return URI.create("http://127.0.0.1:" + server.port() + "/fetch?url="
                + URLEncoder.encode(url, StandardCharsets.UTF_8));
    }

    private static String target(int port, String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
