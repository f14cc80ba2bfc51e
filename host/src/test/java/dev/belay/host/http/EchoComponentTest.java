package dev.belay.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.runtime.Component;
import dev.belay.runtime.Linker;
import dev.belay.wasi.Wasi;
import dev.belay.wasi.http.HttpInterfaces;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A component that answers, over the wire. */
final class EchoComponentTest {

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void aComponentAnswersWithTheBodyItGets(HttpClient.Version version) throws Exception {
        byte[] wasm = EchoComponentTest.class.getResourceAsStream("echo.wasm").readAllBytes();
        var linked = new Linker()
                .define(Wasi.interfaces())
                .define(HttpInterfaces.all())
                .link(Component.load(wasm));
        byte[] body = new byte[300_000];
        new Random(1).nextBytes(body);

        try (var server = HttpServer.builder(linked).bind("127.0.0.1", 0).start();
                var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/"))
                    .version(version)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo(body);
        }
    }
}
