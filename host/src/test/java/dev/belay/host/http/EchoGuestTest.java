package dev.belay.host.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.runtime.Limits;
import dev.belay.wasi.http.RequestOutcome;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.jetty.http.HttpField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A component that answers with what it was sent, over the wire. */
final class EchoGuestTest {
    private static final int TEN_MEGABYTES = 10_000_000;
    /** A guest that kept a body of ten megabytes would trap. */
    private static final Limits LIMITS =
            Limits.defaults().withMemoryBytes(4 << 20).withDeadline(Duration.ofSeconds(60));

    private final LinkedBlockingQueue<RequestOutcome> outcomes = new LinkedBlockingQueue<>();
    private HttpServer server;

    @BeforeEach
    void serve() {
        server = HttpServer.builder(Guests.linked("http-echo"))
                .bind("127.0.0.1", 0)
                .limits(LIMITS)
                .listener((_, outcome, _) -> outcomes.add(outcome))
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theComponentSeesTheRequest() throws Exception {
        String answer = raw("FETCH /info?a=%20b HTTP/1.1\r\nHost: Example.test:81\r\nX-A: 1\r\nX-A: 2\r\n"
                + "Connection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains("method: FETCH\n", "target: /info?a=%20b\n", "scheme: HTTP\n".toLowerCase(), "authority: ")
                .contains("header: x-a: 1\nheader: x-a: 2\n")
                .doesNotContain("header: connection", "header: host");
    }

    @ParameterizedTest
    @CsvSource({"HTTP_1_1,/echo", "HTTP_1_1,/splice", "HTTP_2,/echo", "HTTP_2,/splice"})
    void tenMegabytesStreamThroughASmallMemory(HttpClient.Version version, String path) throws Exception {
        byte[] body = new byte[TEN_MEGABYTES];
        new Random(7).nextBytes(body);

        try (var client = DuplexClient.of(version)) {
            assertThat(client.post(server.port(), path, body)).isEqualTo(body);
        }
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void trailersGoBothWays(HttpClient.Version version) throws Exception {
        try (var client = DuplexClient.of(version)) {
            assertThat(client.postWithTrailer(server.port(), "/echo", new byte[1_000], new HttpField("X-Sum", "42")))
                    .singleElement()
                    .satisfies(trailer -> {
                        assertThat(trailer.getName()).isEqualToIgnoringCase("x-sum");
                        assertThat(trailer.getValue()).isEqualTo("42");
                    });
        }
    }

    @Test
    void aThousandRequestsAtATimeAreAllAnsweredRight() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            List<CompletableFuture<HttpResponse<String>>> responses = IntStream.range(0, 1_000)
                    .mapToObj(i -> client.sendAsync(post("/echo", "request " + i), HttpResponse.BodyHandlers.ofString()))
                    .toList();

            for (int i = 0; i < responses.size(); i++) {
                HttpResponse<String> response = responses.get(i).get(120, TimeUnit.SECONDS);
                assertThat(response.statusCode()).isEqualTo(200);
                assertThat(response.body()).isEqualTo("request " + i);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/echo", "/splice"})
    void whoDoesNotReadIsNotReadFrom(String path) throws Exception {
        try (var channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", server.port()));
                var selector = Selector.open()) {
            channel.write(ByteBuffer.wrap(
                    ("POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000000\r\n\r\n").getBytes(ISO_8859_1)));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_WRITE);
            long taken = 0;
            while (selector.select(2_000) > 0) {
                selector.selectedKeys().clear();
                taken += channel.write(ByteBuffer.allocate(1 << 20));
                assertThat(taken).as("bytes that the kernel and the server keep").isLessThan(64 << 20);
            }
            assertThat(taken).isPositive();
        }

        assertThat(outcome().complete()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void aClientThatLeavesBeforeThereIsAResponseIsNotTheComponentsFault(HttpClient.Version version) throws Exception {
        try (var client = DuplexClient.of(version)) {
            DuplexClient.Begun begun = client.begin(server.port(), "/echo", new byte[1]);
            while (server.requests() == 0) {
                Thread.onSpinWait();
            }
            begun.leave();

            assertThat(outcome().result()).isEqualTo(RequestOutcome.Result.DISCONNECTED);
        }
    }

    @Test
    void aClientThatLeavesMidwayEndsItsRequest() throws Exception {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            send(socket, "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nhalf");
            awaitText(socket, "half");
        }

        RequestOutcome outcome = outcome();
        assertThat(outcome.result()).isEqualTo(RequestOutcome.Result.DISCONNECTED);
        assertThat(outcome.complete()).isFalse();
        assertThat(outcome.trap()).isEmpty();
    }

    @Test
    void aStopLosesNoRequest() throws Exception {
        int count = 50;
        var sockets = new ArrayList<Socket>();
        try {
            for (int i = 0; i < count; i++) {
                var socket = new Socket("127.0.0.1", server.port());
                sockets.add(socket);
                send(socket, "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nfirst");
            }
            while (server.requests() < count) {
                Thread.onSpinWait();
            }
            Thread stopping = Thread.ofPlatform().start(server::stop);
            for (Socket socket : sockets) {
                send(socket, "other");
            }
            for (Socket socket : sockets) {
                assertThat(new String(socket.getInputStream().readAllBytes(), ISO_8859_1))
                        .startsWith("HTTP/1.1 200 OK\r\n")
                        .contains("first", "other");
            }
            stopping.join();
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(ISO_8859_1));
        out.flush();
    }

    private static void awaitText(Socket socket, String text) throws IOException {
        var received = new StringBuilder();
        while (received.indexOf(text) < 0) {
            int next = socket.getInputStream().read();
            assertThat(next).as("what comes after " + received).isNotNegative();
            received.append((char) next);
        }
    }

    private RequestOutcome outcome() throws InterruptedException {
        RequestOutcome outcome = outcomes.poll(30, TimeUnit.SECONDS);
        assertThat(outcome).isNotNull();
        return outcome;
    }

    private HttpRequest post(String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .version(HttpClient.Version.HTTP_1_1)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            send(socket, request);
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
