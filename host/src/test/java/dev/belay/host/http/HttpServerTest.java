package dev.belay.host.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.runtime.Trap;
import dev.belay.wasi.http.JavaGuest;
import dev.belay.wasi.http.RequestOutcome;
import dev.belay.wasi.http.transport.HttpField;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpServerTest {
    private static final ServerSettings SETTINGS = ServerSettings.defaults().withAddress("127.0.0.1", 0);

    private final LinkedBlockingQueue<RequestOutcome> outcomes = new LinkedBlockingQueue<>();
    private ServerSettings settings = SETTINGS;
    private HttpServer server;

    /** Kept open until the test ends: of a client that leaves at once, the server may find its response cut off. */
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        client.close();
        if (server != null) {
            server.stop();
        }
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void aRequestIsAnswered(HttpClient.Version version) throws Exception {
        serve(call -> {
            call.respond(201, HttpField.of("x-a", "1"), HttpField.of("X-A", "2"));
            call.write(call.request().method() + " " + call.request().pathWithQuery().orElseThrow() + " "
                    + call.request().scheme().orElseThrow() + " "
                    + call.request().authority().orElseThrow());
            call.finish();
        });

        HttpResponse<String> response = get(version, "/a%2Fb/c?d=e%20f");

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.version()).isEqualTo(version);
        assertThat(response.headers().allValues("x-a")).containsExactly("1", "2");
        assertThat(response.body()).isEqualTo("GET /a%2Fb/c?d=e%20f http 127.0.0.1:" + server.port());
        assertThat(outcome().result()).isEqualTo(RequestOutcome.Result.ANSWERED);
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void aLargeBodyIsEchoedPieceByPiece(HttpClient.Version version) throws Exception {
        serve(HttpServerTest::echo);
        byte[] body = new byte[10 << 20];
        for (int i = 0; i < body.length; i++) {
            body[i] = (byte) (i * 31 >> 3);
        }

        try (var client = DuplexClient.of(version)) {
            assertThat(client.post(server.port(), "/", body)).isEqualTo(body);
        }
    }

    @Test
    void aShortBodyHasALength() throws Exception {
        serve(call -> {
            call.respond(200);
            call.write("hello");
            call.finish();
        });

        assertThat(raw("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .containsIgnoringCase("content-length: 5\r\n")
                .endsWith("\r\n\r\nhello");
    }

    @Test
    void whatIsFlushedArrivesBeforeTheRestIsWritten() throws Exception {
        var arrived = new CountDownLatch(1);
        serve(call -> {
            call.respond(200);
            call.write("first");
            call.flush();
            arrived.await();
            call.write("second");
            call.finish();
        });

        try (var client = HttpClient.newHttpClient()) {
            InputStream body = client.send(
                            request(HttpClient.Version.HTTP_1_1, "/").build(),
                            HttpResponse.BodyHandlers.ofInputStream())
                    .body();
            assertThat(new String(body.readNBytes(5), UTF_8)).isEqualTo("first");
            arrived.countDown();
            assertThat(new String(body.readAllBytes(), UTF_8)).isEqualTo("second");
        }
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void aFinishedResponseArrivesWhileTheGuestGoesOn(HttpClient.Version version) throws Exception {
        var arrived = new CountDownLatch(1);
        serve(call -> {
            call.respond(200);
            call.write("done");
            call.finish();
            arrived.await();
        });

        assertThat(get(version, "/").body()).isEqualTo("done");
        arrived.countDown();
        assertThat(outcome().result()).isEqualTo(RequestOutcome.Result.ANSWERED);
    }

    @Test
    void aBodyThatArrivesLateStreamsIn() throws Exception {
        var read = new LinkedBlockingQueue<String>();
        serve(call -> {
            for (var data = call.read(); data.isPresent(); data = call.read()) {
                read.add(new String(data.get(), UTF_8));
            }
            call.respond(200);
            call.finish();
        });

        try (var socket = new Socket("127.0.0.1", server.port())) {
            var out = socket.getOutputStream();
            out.write("POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 6\r\n\r\n".getBytes(ISO_8859_1));
            for (String piece : List.of("ab", "cd", "ef")) {
                out.write(piece.getBytes(ISO_8859_1));
                assertThat(read.poll(30, TimeUnit.SECONDS)).isEqualTo(piece);
            }
            assertThat(new String(socket.getInputStream().readAllBytes(), ISO_8859_1)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aGuestMayAnswerBeforeTheBodyIsThere() throws Exception {
        serve(call -> {
            call.respond(200);
            call.write("early");
            call.finish();
        });

        try (var socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream()
                    .write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nabc".getBytes(ISO_8859_1));
            assertThat(new String(socket.getInputStream().readAllBytes(), ISO_8859_1))
                    .startsWith("HTTP/1.1 200")
                    .endsWith("early");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Content-Length: 3\r\n\r\nabc",
        "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
        "\r\n",
    })
    void aWholeBodyIsThereAtOnce(String rest) throws Exception {
        serve(HttpServerTest::echo);

        String answer = raw("POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + rest);

        assertThat(answer).startsWith("HTTP/1.1 200").endsWith(rest.contains("abc") ? "\r\n\r\nabc" : "\r\n\r\n");
    }

    @Test
    void requestsInLineOnAConnectionAreAllAnsweredInOrder() throws Exception {
        serve(call -> {
            call.respond(200);
            call.write(call.request().pathWithQuery().orElseThrow());
            call.finish();
        });

        String next = "GET /%d HTTP/1.1\r\nHost: a\r\n%s\r\n";
        String answers = raw(next.formatted(1, "") + next.formatted(2, "") + next.formatted(3, "Connection: close\r\n"));

        assertThat(answers).containsSubsequence("\r\n\r\n/1", "\r\n\r\n/2", "\r\n\r\n/3");
    }

    @Test
    void manyGuestsThatWaitKeepNobodyElseWaiting() throws Exception {
        int waiting = 2 * Runtime.getRuntime().availableProcessors() + 300;
        var started = new CountDownLatch(waiting);
        var free = new CountDownLatch(1);
        serve(call -> {
            if (call.request().pathWithQuery().orElseThrow().equals("/wait")) {
                started.countDown();
                free.await();
            }
            call.respond(200);
            call.write("ok");
            call.finish();
        });

        try (var client = HttpClient.newHttpClient()) {
            List<CompletableFuture<HttpResponse<String>>> waits = IntStream.range(0, waiting)
                    .mapToObj(_ -> client.sendAsync(
                            request(HttpClient.Version.HTTP_1_1, "/wait").build(),
                            HttpResponse.BodyHandlers.ofString()))
                    .toList();
            started.await();
            for (int i = 0; i < 20; i++) {
                assertThat(get(HttpClient.Version.HTTP_1_1, "/").body()).isEqualTo("ok");
            }
            free.countDown();
            for (var wait : waits) {
                assertThat(wait.get().body()).isEqualTo("ok");
            }
        }
    }

    @Test
    void theHeadArrivesThoughNothingIsWritten() throws Exception {
        var arrived = new CountDownLatch(1);
        serve(call -> {
            call.respond(200);
            arrived.await();
            call.finish();
        });

        try (var client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> response = client.send(
                    request(HttpClient.Version.HTTP_1_1, "/").build(), HttpResponse.BodyHandlers.ofInputStream());
            arrived.countDown();
            assertThat(response.body().readAllBytes()).isEmpty();
        }
    }

    @Test
    void trailersComeInAndGoOut() throws Exception {
        serve(call -> {
            call.respond(200);
            while (call.read().isPresent()) {
                call.flush();
            }
            call.write("x");
            call.finish(call.trailers().toArray(HttpField[]::new));
        });

        String response = raw("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n"
                + "Trailer: X-Sum\r\n\r\n3\r\nabc\r\n0\r\nX-Sum: 42\r\n\r\n");

        assertThat(response).contains("Transfer-Encoding: chunked").contains("0\r\nX-Sum: 42\r\n\r\n");
    }

    @Test
    void aHeadRequestGetsNoBody() throws Exception {
        serve(call -> {
            call.respond(200, HttpField.of("content-length", "100"));
            call.finish();
        });

        assertThat(raw("HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .containsIgnoringCase("content-length: 100\r\n")
                .endsWith("\r\n\r\n");
    }

    @Test
    void methodsOfAnyNameReachTheGuest() throws Exception {
        serve(call -> {
            call.respond(200);
            call.write(call.request().method() + " " + call.request().pathWithQuery().orElse("-"));
            call.finish();
        });

        assertThat(raw("FROBNICATE /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")).endsWith("FROBNICATE /x");
        assertThat(raw("OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")).endsWith("OPTIONS *");
    }

    @Test
    void whoExpectsAGoAheadGetsItWhenTheBodyIsRead() throws Exception {
        serve(HttpServerTest::echo);

        try (var socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream()
                    .write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n"
                            .getBytes(ISO_8859_1));
            byte[] goAhead = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1);
            assertThat(new String(socket.getInputStream().readNBytes(goAhead.length), ISO_8859_1))
                    .isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            socket.getOutputStream().write("abc".getBytes(ISO_8859_1));
            assertThat(new String(socket.getInputStream().readAllBytes(), ISO_8859_1))
                    .startsWith("HTTP/1.1 200")
                    .contains("abc");
        }
    }

    @Test
    void informationalResponsesGoBeforeTheRealOne() throws Exception {
        serve(call -> {
            call.inform(103, HttpField.of("link", "</a>"));
            call.respond(200);
            call.finish();
        });

        assertThat(raw("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 103 ")
                .contains("\r\n\r\nHTTP/1.1 200 OK\r\n");
    }

    @Test
    void tooLargeHeadersAreStatus431() throws Exception {
        serve(HttpServerTest::echo);

        assertThat(raw("GET / HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ")
                .doesNotContain("jetty", "Jetty", "\tat ");
    }

    @Test
    void whatIsNoRequestIsStatus400() throws Exception {
        serve(HttpServerTest::echo);

        assertThat(raw("GET / HTTP/1.1\r\nHost: a\r\nno header\r\n\r\n")).startsWith("HTTP/1.1 400 ").doesNotContain("etty", "\tat ");
    }

    @Test
    void aTrapBeforeTheHeadIsStatus500AndShowsNoMore() throws Exception {
        serve(_ -> {
            throw Trap.of(Trap.Kind.UNREACHABLE, "secret");
        });

        HttpResponse<String> response = get(HttpClient.Version.HTTP_1_1, "/");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEqualTo("the component trapped: unreachable\n");
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void aTrapAfterTheHeadCutsTheResponseOff(HttpClient.Version version) throws Exception {
        var arrived = new CountDownLatch(1);
        serve(call -> {
            call.respond(200);
            call.write("half");
            call.flush();
            arrived.await();
            throw new Trap(Trap.Kind.UNREACHABLE);
        });

        try (var client = HttpClient.newHttpClient()) {
            InputStream body = client.send(request(version, "/").build(), HttpResponse.BodyHandlers.ofInputStream())
                    .body();
            assertThat(new String(body.readNBytes(4), UTF_8)).isEqualTo("half");
            arrived.countDown();
            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
        }
        RequestOutcome outcome = outcome();
        assertThat(outcome.trap()).contains(Trap.Kind.UNREACHABLE);
        assertThat(outcome.complete()).isFalse();
    }

    @Test
    void aClientThatGoesAwayEndsTheGuest() throws Exception {
        serve(call -> {
            call.respond(200);
            while (true) {
                call.write(new byte[10_000]);
            }
        });
        try (var socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(ISO_8859_1));
            socket.getInputStream().readNBytes(100_000);
        }

        assertThat(outcome().complete()).isFalse();
    }

    @Test
    void aThousandRequestsRunAtATime() throws Exception {
        var together = new CyclicBarrier(1_000);
        serve(call -> {
            together.await();
            call.respond(200);
            call.write("ok");
            call.finish();
        });

        try (var client = HttpClient.newHttpClient()) {
            List<CompletableFuture<HttpResponse<String>>> responses = IntStream.range(0, 1_000)
                    .mapToObj(_ -> client.sendAsync(
                            request(HttpClient.Version.HTTP_1_1, "/").build(),
                            HttpResponse.BodyHandlers.ofString()))
                    .toList();
            assertThat(responses).allSatisfy(response -> assertThat(
                            response.get(30, TimeUnit.SECONDS).body())
                    .isEqualTo("ok"));
        }
    }

    @Test
    void whoFindsNoPlaceIsToldToComeBackLater() throws Exception {
        var started = new CountDownLatch(1);
        var free = new CountDownLatch(1);
        settings = SETTINGS.withConcurrency(1, 0);
        serve(call -> {
            started.countDown();
            free.await();
            call.respond(200);
            call.finish();
        });

        try (var client = HttpClient.newHttpClient()) {
            var first = client.sendAsync(
                    request(HttpClient.Version.HTTP_1_1, "/").build(), HttpResponse.BodyHandlers.ofString());
            started.await();
            HttpResponse<String> second = get(HttpClient.Version.HTTP_1_1, "/");
            free.countDown();

            assertThat(second.statusCode()).isEqualTo(503);
            assertThat(second.headers().firstValue("retry-after")).contains("1");
            assertThat(first.get().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whoWaitsInLineTooLongIsToldToComeBackLater() throws Exception {
        var started = new CountDownLatch(1);
        var free = new CountDownLatch(1);
        settings = SETTINGS.withConcurrency(1, 1).withPatience(Duration.ofMillis(1));
        serve(call -> {
            started.countDown();
            free.await();
            call.respond(200);
            call.finish();
        });

        try (var client = HttpClient.newHttpClient()) {
            var first = client.sendAsync(
                    request(HttpClient.Version.HTTP_1_1, "/").build(), HttpResponse.BodyHandlers.ofString());
            started.await();
            assertThat(get(HttpClient.Version.HTTP_1_1, "/").statusCode()).isEqualTo(503);
            free.countDown();
            assertThat(first.get().statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void aStopLetsRequestsInFlightFinish(HttpClient.Version version) throws Exception {
        var started = new CountDownLatch(1);
        var free = new CountDownLatch(1);
        serve(call -> {
            call.respond(200);
            call.write("first ");
            call.flush();
            started.countDown();
            free.await();
            call.write("second");
            call.finish();
        });

        try (var client = HttpClient.newHttpClient()) {
            var inFlight =
                    client.sendAsync(request(version, "/").build(), HttpResponse.BodyHandlers.ofString());
            started.await();
            Thread stopping = Thread.ofPlatform().start(server::stop);
            while (accepts(server.port())) {
                Thread.onSpinWait();
            }
            assertThat(stopping.isAlive()).isTrue();
            free.countDown();

            assertThat(inFlight.get().body()).isEqualTo("first second");
            stopping.join();
        }
    }

    @Test
    void aStopCutsOffWhatTakesLongerThanTheDrainTime() throws Exception {
        var started = new CountDownLatch(1);
        settings = SETTINGS.withDrain(Duration.ofMillis(50));
        serve(call -> {
            started.countDown();
            Thread.sleep(Duration.ofHours(1));
        });

        try (var client = HttpClient.newHttpClient()) {
            var inFlight = client.sendAsync(
                    request(HttpClient.Version.HTTP_1_1, "/").build(), HttpResponse.BodyHandlers.ofString());
            started.await();
            server.stop();

            assertThatThrownBy(inFlight::get).hasCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void anAddressInUseIsNamed() {
        serve(HttpServerTest::echo);

        assertThatThrownBy(() -> HttpServer.builder(JavaGuest.handler(HttpServerTest::echo))
                        .bind("127.0.0.1", server.port())
                        .start())
                .isInstanceOf(HttpServerException.class)
                .hasMessageContaining("cannot listen on 127.0.0.1:" + server.port());
    }

    private static void echo(JavaGuest.Call call) throws Exception {
        call.respond(200);
        for (var data = call.read(); data.isPresent(); data = call.read()) {
            call.write(data.get());
        }
        call.finish();
    }

    private void serve(JavaGuest guest) {
        server = HttpServer.builder(JavaGuest.handler(guest))
                .settings(settings)
                .listener((_, outcome, _) -> outcomes.add(outcome))
                .start();
    }

    private RequestOutcome outcome() throws InterruptedException {
        RequestOutcome outcome = outcomes.poll(30, TimeUnit.SECONDS);
        assertThat(outcome).isNotNull();
        return outcome;
    }

    private HttpResponse<String> get(HttpClient.Version version, String path) throws Exception {
        return client.send(request(version, path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(HttpClient.Version version, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).version(version);
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    private static boolean accepts(int port) {
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException _) {
            return false;
        }
    }
}
