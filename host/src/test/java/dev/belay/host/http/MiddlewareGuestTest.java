package dev.belay.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.compose.Plug;
import dev.belay.runtime.Component;
import dev.belay.runtime.Linker;
import dev.belay.wasi.Wasi;
import dev.belay.wasi.http.HttpInterfaces;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A component that refuses requests, or passes them on, before one that answers them. */
final class MiddlewareGuestTest {
    @Test
    void passesOnOrRefusesInAChainOfAnyLength() throws Exception {
        for (int length = 1; length <= 3; length++) {
            var composing = Plug.socket("echo", guest("http-echo"));
            for (int i = 0; i < length; i++) {
                composing.wrap("gate", guest("http-gate"));
            }
            var linked = new Linker()
                    .define(Wasi.interfaces())
                    .define(HttpInterfaces.all())
                    .link(Component.load(composing.compose().bytes().toByteArray()));
            try (HttpServer server = HttpServer.builder(linked).bind("127.0.0.1", 0).start();
                    HttpClient client = HttpClient.newHttpClient()) {
                var info = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/info"));
                var refused = client.send(info.build(), HttpResponse.BodyHandlers.ofString());
                assertThat(refused.statusCode()).isEqualTo(401);
                assertThat(refused.body()).isEqualTo("who are you?\n");
                assertThat(refused.headers().firstValue("www-authenticate")).hasValue("Bearer");
                var passed = client.send(info.header("authorization", "me").build(), HttpResponse.BodyHandlers.ofString());
                assertThat(passed.statusCode()).isEqualTo(200);
                assertThat(passed.body()).contains("header: authorization: me\n");
            }
        }
    }

    private static byte[] guest(String name) throws IOException {
        return Files.readAllBytes(Path.of("..", "examples", "guests", name, name + ".wasm"));
    }
}
