package dev.belay.host.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.runtime.Limits;
import dev.belay.runtime.Trap;
import dev.belay.wasi.http.RequestOutcome;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A component that does what it should not: its client is told, nobody else is harmed. */
final class MisbehavingGuestTest {
    private static final long MEMORY = 4 << 20;
    private static final int HANDLES = 1_000;
    private static final Limits LIMITS = Limits.forRequests()
            .withMemoryBytes(MEMORY)
            .withDeadline(Duration.ofSeconds(2))
            .withTableElements(10_000)
            .withHandles(HANDLES);

    private final LinkedBlockingQueue<RequestOutcome> outcomes = new LinkedBlockingQueue<>();
    private HttpServer server;
    private HttpClient client;

    @BeforeEach
    void serve() {
        server = HttpServer.builder(Guests.linked("http-misbehave"))
                .bind("127.0.0.1", 0)
                .limits(LIMITS)
                .listener((_, outcome, _) -> outcomes.add(outcome))
                .start();
        client = HttpClient.newHttpClient();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/trap         | 500 | the component trapped: unreachable",
        "/loop         | 504 | the component trapped: deadline exceeded (the call took longer than 2000 ms)",
        "/sleep?600000 | 504 | the component trapped: deadline exceeded (the call took longer than 2000 ms)",
        "/allocate     | 500 | the component trapped: unreachable (after it was refused to grow past the limit of "
                + "4194304 bytes of memory, or 10000 table elements)",
        "/recurse      | 500 | the component trapped: call stack exhausted",
        "/exit?0       | 500 | the component exited with status 0 without a whole response",
        "/exit?1       | 500 | the component exited with status 1 without a whole response",
        "/no-response  | 500 | the component returned without a response",
        "/hold-handles | 500 | the component trapped: too many handles",
        "/huge-headers | 500 | the component trapped: memory limit exceeded",
    })
    void theClientIsToldWhatHappened(String path, int status, String body) throws Exception {
        HttpResponse<String> response = get(path);

        assertThat(response.body()).isEqualTo(body + "\n");
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(get("/").body()).isEqualTo("fine\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/half-body", "/half-body-trap", "/short-body", "/long-body"})
    void nobodyTakesHalfABodyForTheWhole(String path) {
        // What stops at once is replaced by an error, since nothing was sent yet; what stops later is cut off.
        assertThat(send(path).handle((response, failure) -> failure != null || response.statusCode() == 500))
                .succeedsWithin(Duration.ofSeconds(60))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void aBodyWithoutEndIsEndedByTheDeadline(HttpClient.Version version) throws Exception {
        var request = HttpRequest.newBuilder(uri("/endless-body")).version(version).build();

        assertThatThrownBy(() -> client.send(request, HttpResponse.BodyHandlers.discarding()))
                .isInstanceOf(IOException.class);
        assertThat(outcome().trap()).contains(Trap.Kind.DEADLINE);
    }

    @Test
    void aClientThatLeavesEndsABodyWithoutEnd() throws Exception {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream()
                    .write("GET /endless-body HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            socket.getInputStream().readNBytes(100_000);
        }

        assertThat(outcome().result()).isEqualTo(RequestOutcome.Result.DISCONNECTED);
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void aComponentThatFailsBeforeItsClientLeavesIsAtFault(HttpClient.Version version) throws Exception {
        try (var its = DuplexClient.of(version)) {
            DuplexClient.Begun begun = its.begin(server.port(), "/half-body", new byte[1]);
            RequestOutcome outcome = outcome();
            begun.leave();

            assertThat(outcome.result()).isEqualTo(RequestOutcome.Result.UNFINISHED_BODY);
        }
    }

    @Test
    void aFloodOnStderrIsDropped() throws Exception {
        assertThat(get("/flood-stderr?200000").body()).isEqualTo("flooded\n");
    }

    @Test
    void nobodyElseIsHarmed() throws Exception {
        List<String> bad = List.of(
                "/trap", "/loop", "/sleep?600000", "/allocate", "/recurse", "/exit", "/no-response", "/half-body",
                "/half-body-trap", "/hold-handles", "/huge-headers");
        var harmful = new ArrayList<CompletableFuture<?>>();
        var good = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (int round = 0; round < 5; round++) {
            for (String path : bad) {
                harmful.add(send(path).handle((_, _) -> ""));
                good.add(send("/"));
            }
        }

        assertThat(good).allSatisfy(response -> {
            assertThat(response.get(60, TimeUnit.SECONDS).body()).isEqualTo("fine\n");
            assertThat(response.get().statusCode()).isEqualTo(200);
        });
        CompletableFuture.allOf(harmful.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
    }

    private RequestOutcome outcome() throws InterruptedException {
        RequestOutcome outcome = outcomes.poll(30, TimeUnit.SECONDS);
        assertThat(outcome).isNotNull();
        return outcome;
    }

    private CompletableFuture<HttpResponse<String>> send(String path) {
        return client.sendAsync(
                HttpRequest.newBuilder(uri(path)).version(HttpClient.Version.HTTP_1_1).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(uri(path)).version(HttpClient.Version.HTTP_1_1).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
