package dev.belay.host.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.host.messaging.LocalBus;
import dev.belay.host.messaging.MessagingServer;
import dev.belay.runtime.Component;
import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Limits;
import dev.belay.runtime.LinkedComponent;
import dev.belay.runtime.Linker;
import dev.belay.wasi.Wasi;
import dev.belay.wasi.config.ConfigInterfaces;
import dev.belay.wasi.config.ConfigState;
import dev.belay.wasi.http.HttpInterfaces;
import dev.belay.wasi.http.HttpState;
import dev.belay.wasi.http.OutgoingPolicy;
import dev.belay.wasi.keyvalue.KeyValueInterfaces;
import dev.belay.wasi.keyvalue.KeyValueLimits;
import dev.belay.wasi.keyvalue.KeyValueState;
import dev.belay.wasi.keyvalue.LocalKeyValueStore;
import dev.belay.wasi.logging.LogState;
import dev.belay.wasi.logging.LoggingInterfaces;
import dev.belay.wasi.messaging.Message;
import dev.belay.wasi.messaging.MessagingInterfaces;
import dev.belay.wasi.messaging.MessagingState;
import dev.belay.wasi.messaging.SubjectPattern;
import dev.belay.wasi.messaging.SubjectPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** All that the library for components in Java does, in a component that Belay built of Java. */
@Timeout(120)
final class JavaTourTest {
    private static final Path FILE = Path.of("..", "examples", "guests", "java-tour", "java-tour.wasm");
    private static final int TEN_MB = 10_000_000;
    /** Of the instance's whole memory; its heap is 2 MiB of that. */
    private static final int MEMORY = 4 << 20;
    private static final LinkedComponent TOUR = tour();

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpClientTransport transport = new HttpClientTransport();
    private final LocalBus bus = new LocalBus();
    private final BlockingQueue<String> logged = new LinkedBlockingQueue<>();
    private final InstanceState state = state();
    private final HttpServer server = HttpServer.builder(TOUR)
            .bind("127.0.0.1", 0)
            .limits(Limits.forRequests().withMemoryBytes(MEMORY))
            .state(() -> state)
            .start();
    private final HttpServer echo = HttpServer.builder(Guests.linked("http-echo")).bind("127.0.0.1", 0).start();

    private static LinkedComponent tour() {
        try {
            return new Linker()
                    .define(Wasi.interfaces())
                    .define(HttpInterfaces.all())
                    .define(ConfigInterfaces.all())
                    .define(MessagingInterfaces.all())
                    .define(LoggingInterfaces.all())
                    .define(KeyValueInterfaces.all())
                    .link(Component.load(FILE));
        } catch (java.io.IOException e) {
            throw new IllegalStateException("expected " + FILE, e);
        }
    }

    private InstanceState state() {
        var store = new LocalKeyValueStore(KeyValueLimits.defaults());
        return InstanceState.of(ConfigState.class, new ConfigState(Map.of("region", "nörd", "limit", "5")))
                .with(HttpState.class, HttpState.denied().withOutgoing(OutgoingPolicy.allow(List.of("127.0.0.1")), transport))
                .with(MessagingState.class, MessagingState.denied().withBus(bus, SubjectPolicy.allow(List.of("tour.>"))))
                .with(KeyValueState.class, KeyValueState.of(store, List.of("visits"), KeyValueLimits.defaults()))
                .with(LogState.class, new LogState((level, line) -> logged.add(level + " " + line)));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
        echo.close();
        transport.close();
        bus.close();
    }

    private HttpResponse<String> ask(String method, String target, String body) throws Exception {
        BodyPublisher its = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        var uri = URI.create("http://127.0.0.1:" + server.port() + target);
        return client.send(HttpRequest.newBuilder(uri).method(method, its).build(), BodyHandlers.ofString());
    }

    private String answer(String method, String target, String body) throws Exception {
        HttpResponse<String> response = ask(method, target, body);
        return response.statusCode() + " " + response.body().strip();
    }

    @Test
    void itIsAsLargeAsAHandlerMayBe() throws Exception {
        assertThat(Files.size(FILE)).isLessThan(500_000);
        assertThat(Files.size(FILE.resolveSibling("../java-http/java-http.wasm"))).isLessThan(500_000);
    }

    @Test
    void aRequestIsAnsweredAndOneThatThrowsAsWell() throws Exception {
        assertThat(answer("GET", "/info?a=b", "")).isEqualTo("200 GET /info?a=b");
        assertThat(answer("GET", "/nothing", "")).isEqualTo("404 nothing at /nothing");
        assertThat(answer("GET", "/fail", "")).isEqualTo("500 the request could not be handled");
        assertThat(logged).containsExactly("CRITICAL uncaught java.lang.IllegalStateException: asked to fail, "
                + "caused by java.io.IOException: and why");
    }

    @Test
    void whyItTrapsIsInItsLog() throws Exception {
        assertThat(answer("GET", "/trap", "")).startsWith("500 the component trapped");
        assertThat(logged).containsExactly("CRITICAL uncaught java.lang.AssertionError: asked to trap");
    }

    @Test
    void tenMegabytesStreamBothWaysInLittleMemory() throws Exception {
        byte[] body = new byte[TEN_MB];
        new Random(1).nextBytes(body);
        try (DuplexClient duplex = DuplexClient.of(Version.HTTP_1_1)) {
            assertThat(duplex.post(server.port(), "/echo", body)).isEqualTo(body);
            // The one it asks answers while it is still sent to.
            assertThat(duplex.post(server.port(), "/relay?http://127.0.0.1:" + echo.port() + "/echo", body)).isEqualTo(body);
        }
    }

    @Test
    void otherServersAreAsked() throws Exception {
        String url = "http://127.0.0.1:" + echo.port();
        assertThat(answer("GET", "/get?" + url + "/info?x=1", "")).startsWith("200 ").contains("target: /info?x=1");
        HttpResponse<String> relayed = ask("PUT", "/relay?" + url + "/info", "");
        assertThat(relayed.body()).contains("method: PUT");
        assertThat(relayed.headers().firstValue("x-relayed")).contains("yes");
        assertThat(answer("GET", "/get?ftp://127.0.0.1/", "")).isEqualTo("400 expected a URL of http or https, found ftp://127.0.0.1/");
        assertThat(answer("GET", "/get?http://localhost/", "")).startsWith("502 the request to localhost failed: ").contains("Denied");
    }

    @Test
    void tenMegabytesAreSentAndReadByAServerThatAnswersAfterwards() throws Exception {
        var counting = com.sun.net.httpserver.HttpServer.create(new java.net.InetSocketAddress("127.0.0.1", 0), 0);
        counting.createContext("/", exchange -> {
            byte[] all = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                out.write(all);
                out.write(all);
            }
        });
        counting.start();
        try {
            String url = "http://127.0.0.1:" + counting.getAddress().getPort() + "/";
            assertThat(answer("GET", "/send?" + url, "")).isEqualTo("200 got " + 2 * TEN_MB);
            assertThat(answer("POST", "/relay?" + url, "twice")).isEqualTo("200 twicetwice");
        } finally {
            counting.stop(0);
        }
    }

    @Test
    void aServerThatIsNotThereIsNamedWhileTheClientStillSends() throws Exception {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThat(relayedUnfinished(port, "some of it"))
                .startsWith("HTTP/1.1 502 ")
                .contains("the request to 127.0.0.1:" + port + " failed: ");
        assertThat(answer("GET", "/get?http://127.0.0.1:" + port + "/", ""))
                .startsWith("502 the request to 127.0.0.1:" + port + " failed: ");
    }

    @Test
    void aServerThatFailsIsNamedWhileTheClientStillSends() throws Exception {
        try (var failing = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var accepting = Thread.startVirtualThread(() -> {
                try (Socket socket = failing.accept()) {
                    readTo("some of it", socket);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertThat(relayedUnfinished(failing.getLocalPort(), "some of it"))
                    .startsWith("HTTP/1.1 502 ")
                    .contains("the request to 127.0.0.1:" + failing.getLocalPort() + " failed: ");
            accepting.join();
        }
    }

    /** What a client gets that has sent but a part of its body. */
    private String relayedUnfinished(int to, String part) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(("POST /relay?http://127.0.0.1:" + to + "/ HTTP/1.1\r\nHost: localhost\r\n"
                            + "Content-Length: 1000000\r\n\r\n" + part)
                    .getBytes(UTF_8));
            return readTo("failed: ", socket);
        }
    }

    private static String readTo(String last, Socket socket) throws IOException {
        var text = new StringBuilder();
        for (int next = socket.getInputStream().read(); next >= 0; next = socket.getInputStream().read()) {
            text.append((char) next);
            if (text.indexOf(last) >= 0) {
                break;
            }
        }
        return text.toString();
    }

    @Test
    void configurationIsRead() throws Exception {
        assertThat(answer("GET", "/config/region", "")).isEqualTo("200 nörd");
        assertThat(answer("GET", "/config/none", "")).isEqualTo("404 no such value");
        assertThat(answer("GET", "/config", "")).isEqualTo("200 limit,region");
    }

    @Test
    void whatIsLoggedHasItsLevelAndContext() throws Exception {
        assertThat(ask("POST", "/log", "one\ntwo").statusCode()).isEqualTo(204);
        assertThat(logged).containsExactly(
                "TRACE details: says one\\ntwo",
                "WARN tour: one\\ntwo",
                "ERROR tour: failed: java.lang.IllegalArgumentException: one\\ntwo");
    }

    @Test
    void bucketsKeepWhatIsSet() throws Exception {
        assertThat(answer("GET", "/bucket/visits/a", "")).isEqualTo("404 ");
        assertThat(answer("PUT", "/bucket/visits/a", "größe")).isEqualTo("204 ");
        assertThat(answer("GET", "/bucket/visits/a", "")).isEqualTo("200 größe");
        assertThat(ask("HEAD", "/bucket/visits/a", "").statusCode()).isEqualTo(200);
        assertThat(answer("POST", "/bucket/visits/n", "4")).isEqualTo("200 4");
        assertThat(answer("POST", "/bucket/visits/n", "38")).isEqualTo("200 42");
        assertThat(answer("GET", "/bucket/visits?n", "")).isEqualTo("200 [n]");
        assertThat(answer("DELETE", "/bucket/visits/n", "")).isEqualTo("204 ");
        assertThat(ask("HEAD", "/bucket/visits/n", "").statusCode()).isEqualTo(404);
        assertThat(answer("GET", "/bucket/visits", "")).isEqualTo("200 1 keys");
        assertThat(answer("POST", "/bucket/visits/a", "1")).startsWith("409 bucket visits: expected decimal digits at 'a'");
        assertThat(answer("GET", "/bucket/other", "")).isEqualTo("409 bucket other: the host does not grant it");
    }

    @Test
    void messagesArePublishedAndAskedFor() throws Exception {
        BlockingQueue<Message> got = new LinkedBlockingQueue<>();
        try (var _ = bus.subscribe(SubjectPattern.parse("tour.new"), Optional.empty(), got::add);
                var _ = subscriber()) {
            assertThat(answer("POST", "/publish?tour.new", "häuser")).isEqualTo("204 ");
            assertThat(new String(got.poll(30, TimeUnit.SECONDS).body(), UTF_8)).isEqualTo("häuser");
            assertThat(answer("POST", "/request?tour.ask", "häuser")).isEqualTo("200 HÄUSER");
            assertThat(answer("POST", "/request?tour.ask", "fail")).contains("asked to fail");
            assertThat(answer("POST", "/publish?other", "x")).startsWith("502 messaging is not granted for 'other'");
            assertThat(answer("POST", "/request?tour.nobody", "x")).startsWith("502 no responders");
        }
    }

    private MessagingServer subscriber() {
        return MessagingServer.builder(TOUR)
                .bus(bus)
                .subscribe("tour.ask", Optional.empty())
                .limits(Limits.forRequests().withMemoryBytes(MEMORY).withDeadline(Duration.ofSeconds(30)))
                .state(() -> state)
                .start();
    }
}
