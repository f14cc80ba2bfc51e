package dev.belay.host.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.host.tls.Identity;
import dev.belay.host.tls.Keys;
import dev.belay.host.tls.ServerIdentity;
import dev.belay.host.tls.Trust;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests by TLS. */
final class HttpsServerTest {
    @TempDir
    private Path directory;

    private Keys keys;
    private HttpServer server;

    @BeforeEach
    void serve() {
        keys = Keys.make(directory, "server", "EC");
        server = HttpServer.builder(Guests.linked("http-echo"))
                .settings(ServerSettings.defaults()
                        .withAddress("127.0.0.1", 0)
                        .withTls(ServerIdentity.of(Identity.pem(keys.certificate(), keys.key()))))
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + path));
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void theClientChoosesTheVersion(HttpClient.Version version) throws Exception {
        try (var client = HttpClient.newBuilder().sslContext(Trust.context(keys.certificate())).version(version).build()) {
            var info = client.send(request("/info").build(), HttpResponse.BodyHandlers.ofString());
            assertThat(info.version()).isEqualTo(version);
            assertThat(info.body()).contains("scheme: https\n", "authority: localhost:" + server.port() + "\n");

            byte[] body = new byte[1 << 20];
            var echo = client.send(
                    request("/echo").POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(echo.body()).isEqualTo(body);
        }
    }

    @Test
    void whoDoesNotTrustTheCertificateSendsNothing() {
        try (var client = HttpClient.newHttpClient()) {
            assertThatThrownBy(() -> client.send(request("/info").build(), HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(SSLHandshakeException.class);
        }
        assertThat(server.requests()).isZero();
    }

    @Test
    void clearTextGetsNoAnswerOfTheComponent() throws Exception {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write("GET /info HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".getBytes(ISO_8859_1));
            assertThat(new String(socket.getInputStream().readAllBytes(), ISO_8859_1)).doesNotContain("200", "method: GET");
        }
    }
}
