package dev.belay.host.wasmpay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.host.http.HttpServer;
import dev.belay.host.http.Routes;
import dev.belay.host.messaging.LocalBus;
import dev.belay.host.messaging.MessagingServer;
import dev.belay.runtime.Limits;
import dev.belay.runtime.LinkedComponent;
import dev.belay.wasi.http.HttpHandler;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bank whose validator does what no validator should: who asks is told, and the next bank judges as before. */
@Timeout(180)
class UntrustedBankTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Limits LIMITS =
            Limits.forRequests().withMemoryBytes(16 << 20).withDeadline(Duration.ofSeconds(4));
    private static final String APPROVED = "{\"approved\":true,\"reason\":null}";

    private static LinkedComponent untrusted;
    private static LinkedComponent nordhaven;
    private static HttpClient client;

    private HttpServer http;
    private LocalBus bus;
    private final List<MessagingServer> subscribers = new ArrayList<>();

    /** Both are asked once without a deadline: the first call compiles the harness. */
    @BeforeAll
    static void compose() throws Exception {
        untrusted = Bank.linked("untrusted");
        nordhaven = Bank.linked("nordhaven");
        for (LinkedComponent bank : List.of(untrusted, nordhaven)) {
            try (var asked = Asked.of(bank)) {
                assertThat(asked.answer(Bank.transaction("USD", "rent"))).isEqualTo(APPROVED);
            }
        }
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void leave() {
        client.close();
    }

    @BeforeEach
    void serve() {
        var banks = Map.of("untrusted", untrusted, "nordhaven", nordhaven);
        bus = new LocalBus();
        banks.forEach((bank, component) -> subscribers.add(MessagingServer.builder(component)
                .bus(bus)
                .subscribe(bank, Optional.empty())
                .limits(LIMITS)
                .start()));
        http = HttpServer.builder(Routes.byFirstSegment(Map.of(
                        "untrusted", HttpHandler.of(untrusted), "nordhaven", HttpHandler.of(nordhaven))))
                .bind("127.0.0.1", 0)
                .limits(LIMITS)
                .start();
    }

    @AfterEach
    void stop() {
        http.close();
        subscribers.forEach(MessagingServer::close);
        bus.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "loop     | 504 | deadline exceeded | ' (the call took longer than 4000 ms)'",
        "allocate | 500 | unreachable | ' (after it was refused to grow past the limit of 16777216 bytes of memory, "
                + "or 100000 table elements)'",
        "recurse  | 500 | call stack exhausted | ''",
        "trap     | 500 | unreachable | ''",
        "nowhere  | 500 | string content out-of-bounds | ''",
        "not text | 500 | invalid utf-8 | ''",
    })
    void aTrapIsAnswered(String misdeed, int status, String problem, String details) throws Exception {
        var response = post("untrusted", misdeed).get();
        assertThat(response.body()).isEqualTo("the component trapped: " + problem + details + "\n");
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(ask("untrusted", misdeed)).isEqualTo("{\"error\":\"the component trapped: " + problem + "\"}");

        assertTheOthersGoOn();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "files     | files: no directory is open",
        "variables | variables: none",
        "socket    | socket: access denied",
        "http      | http: HTTP-request-denied",
    })
    void whatIsNotTheBanksIsDenied(String misdeed, String found) throws Exception {
        String refusal = "{\"approved\":false,\"reason\":\"" + found + "\"}";
        assertThat(post("untrusted", misdeed).get().body()).isEqualTo(refusal);
        assertThat(ask("untrusted", misdeed)).isEqualTo(refusal);
    }

    @Test
    void itsEndIsNotTheHosts() throws Exception {
        assertThat(post("untrusted", "exit").get().body())
                .isEqualTo("the component exited with status 0 without a whole response\n");
        assertTheOthersGoOn();
    }

    @Test
    void aFloodOfItsErrorsIsDropped() throws Exception {
        assertThat(post("untrusted", "flood").get().body()).isEqualTo(APPROVED);
        assertTheOthersGoOn();
    }

    @Test
    void theOthersJudgeMeanwhile() throws Exception {
        var bad = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        var good = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (String misdeed : List.of("loop", "allocate", "recurse", "trap", "nowhere", "exit", "flood", "loop")) {
            bad.add(post("untrusted", misdeed));
            good.add(post("nordhaven", "rent"));
        }
        assertThat(good).allSatisfy(response -> assertThat(response.get().body()).isEqualTo(APPROVED));
        assertThat(bad).allSatisfy(response -> assertThat(response.get().statusCode()).isBetween(200, 504));
    }

    private void assertTheOthersGoOn() throws Exception {
        assertThat(post("nordhaven", "rent").get().body()).isEqualTo(APPROVED);
        assertThat(ask("nordhaven", "rent")).isEqualTo(APPROVED);
        assertThat(post("untrusted", "rent").get().body()).isEqualTo(APPROVED);
    }

    private CompletableFuture<HttpResponse<String>> post(String bank, String reason) {
        return client.sendAsync(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http.port() + "/" + bank + "/validate"))
                        .version(HttpClient.Version.HTTP_1_1)
                        .POST(HttpRequest.BodyPublishers.ofString(Bank.transaction("USD", reason)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String ask(String bank, String reason) throws InterruptedException {
        return new String(bus.request(bank, Bank.transaction("USD", reason).getBytes(UTF_8), LONG).body(), UTF_8);
    }
}
