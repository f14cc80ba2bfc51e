package dev.belay.platform.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.platform.Await;
import dev.belay.platform.Specs;
import dev.belay.platform.observe.LogLine;
import dev.belay.platform.observe.Tally;
import dev.belay.platform.serve.Revision;
import dev.belay.platform.spec.InstancePolicy;
import dev.belay.platform.spec.LimitSpec;
import dev.belay.platform.spec.RevisionSpec;
import dev.belay.platform.spec.Triggers;
import dev.belay.runtime.Trap;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an application does harms no other on its host: while neighbours misbehave, one that is well answers every request. */
@Timeout(180)
class IsolationTest {
    private static final long MEMORY = 8 << 20;
    /** Enough for a host under load to make an instance, and for what never ends not to last. */
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    /** How many times a neighbour misbehaves at once. */
    private static final int AT_ONCE = 6;
    private static final int REQUESTS = 60;
    /** As many as an application has to one server. */
    private static final int CONNECTIONS = 256;

    private TestPlatform platform;

    @BeforeEach
    void start(@TempDir Path directory) throws Exception {
        platform = TestPlatform.start(directory);
        platform.applyEcho("well", new Triggers.Http("", "/echo", List.of(), Map.of()));
        serve("bad", "http-misbehave", List.of(), List.of());
        serve("greedy", "http-greedy", List.of("greedy"), List.of());
        // what is met for the first time is compiled
        for (String application : List.of("bad", "greedy")) {
            assertThat(ask(application, "/").get().body()).isEqualTo("fine\n");
        }
        well();
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private void serve(String name, String guest, List<String> buckets, List<String> hosts) {
        serve(name, guest, buckets, hosts, DEADLINE);
    }

    private void serve(String name, String guest, List<String> buckets, List<String> hosts, Duration deadline) {
        RevisionSpec its = Specs.revision(Specs.put(platform.platform().blobs(), guest + ".wasm", Specs.guest(guest)));
        var limits = new LimitSpec(Optional.of(MEMORY), Optional.of(deadline), Optional.empty());
        var spec = new RevisionSpec(
                its.stack(), its.component(), its.files(), its.config(), its.environment(), its.secrets(), hosts, its.publish(),
                buckets, limits, InstancePolicy.fresh(), its.health());
        var route = new Triggers.Http("", "/", List.of(), Map.of("x-application", name));
        assertThat(platform.apply(Specs.application(name, spec, route)).done()).isTrue();
    }

    private Revision revision(String name) {
        return platform.platform().applications().get(name).serving().current();
    }

    private Tally.Totals tally(String name) {
        return revision(name).tally().totals();
    }

    private long traps(String name, Trap.Kind kind) {
        return tally(name).traps().getOrDefault(kind, 0L);
    }

    private CompletableFuture<HttpResponse<String>> ask(String name, String path) {
        return platform.client().sendAsync(
                HttpRequest.newBuilder(platform.uri(path)).header("x-application", name).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Requests to the one that is well, which have to succeed. */
    private void well() throws Exception {
        var answers = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (int i = 0; i < REQUESTS; i++) {
            var request = HttpRequest.newBuilder(platform.uri("/echo"))
                    .POST(HttpRequest.BodyPublishers.ofString("number " + i))
                    .build();
            answers.add(platform.client().sendAsync(request, HttpResponse.BodyHandlers.ofString()));
        }
        for (int i = 0; i < REQUESTS; i++) {
            assertThat(answers.get(i).get().statusCode()).isEqualTo(200);
            assertThat(answers.get(i).get().body()).isEqualTo("number " + i);
        }
    }

    /** Whatever was done, the one that is well has failed in nothing, and the others' instances are gone. */
    private void assertNothingIsLeft() {
        assertThat(tally("well").failed()).isZero();
        assertThat(tally("well").traps()).isEmpty();
        for (String name : List.of("well", "bad", "greedy")) {
            Await.until(() -> revision(name).underWay() == 0 && revision(name).usage().totals().memory() == 0);
            assertThat(revision(name).usage().totals().most()).isLessThanOrEqualTo(MEMORY);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/loop         | 504 | DEADLINE",
        "/sleep?600000 | 504 | DEADLINE",
        "/allocate     | 500 | UNREACHABLE",
        "/hold-handles | 500 | TOO_MANY_HANDLES",
        "/recurse      | 500 | STACK_EXHAUSTED",
        "/huge-headers | 500 | MEMORY_LIMIT",
        "/trap         | 500 | UNREACHABLE",
    })
    void whatTrapsIsAnsweredAndCounted(String path, int status, Trap.Kind kind) throws Exception {
        var bad = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (int i = 0; i < AT_ONCE; i++) {
            bad.add(ask("bad", path));
        }
        Await.until(() -> tally("bad").requests() + revision("bad").underWay() >= AT_ONCE);

        well();

        assertThat(bad).allSatisfy(answer -> assertThat(answer.get().statusCode()).isEqualTo(status));
        Await.until(() -> traps("bad", kind) == AT_ONCE);
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/half-body", "/half-body-trap", "/short-body", "/long-body"})
    void nobodyTakesABodyForWholeThatIsNot(String path) throws Exception {
        var bad = new ArrayList<CompletableFuture<Boolean>>();
        for (int i = 0; i < AT_ONCE; i++) {
            bad.add(ask("bad", path).handle((response, failure) -> failure != null || response.statusCode() == 500));
        }

        well();

        assertThat(bad).allSatisfy(failed -> assertThat(failed.get()).isTrue());
        Await.until(() -> tally("bad").failed() == AT_ONCE);
        assertNothingIsLeft();
    }

    @Test
    void bodiesWithoutEndAreEndedWhoeverReadsThem() throws Exception {
        var read = platform.client().sendAsync(
                HttpRequest.newBuilder(platform.uri("/endless-body")).header("x-application", "bad").build(),
                HttpResponse.BodyHandlers.discarding());
        try (var notReading = new Socket("127.0.0.1", platform.uri("/").getPort())) {
            notReading.getOutputStream().write(
                    "GET /endless-body HTTP/1.1\r\nHost: a\r\nX-Application: bad\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            Await.until(() -> revision("bad").underWay() == 2);

            well();

            Await.until(() -> revision("bad").underWay() == 0);
        }
        assertThat(read.handle((_, failure) -> failure != null).get()).isTrue();
        assertThat(traps("bad", Trap.Kind.DEADLINE)).isEqualTo(2);
        assertNothingIsLeft();
    }

    @Test
    void bodiesThatAreNeverReadAreLetGo() throws Exception {
        byte[] large = new byte[32 << 20];
        var unread = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (int i = 0; i < AT_ONCE; i++) {
            var request = HttpRequest.newBuilder(platform.uri("/")).header("x-application", "bad")
                    .version(java.net.http.HttpClient.Version.HTTP_1_1)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(large))
                    .build();
            unread.add(platform.client().sendAsync(request, HttpResponse.BodyHandlers.ofString()));
        }

        well();

        // some clients are told before they have sent all, and take that for a failure
        assertThat(unread).allSatisfy(answer ->
                assertThat(answer.handle((response, failure) -> failure != null || response.statusCode() == 200).get()).isTrue());
        Await.until(() -> tally("bad").requests() == AT_ONCE + 1);
        assertThat(tally("bad").failed()).isZero();
        assertNothingIsLeft();
    }

    @Test
    void floodsOfLinesAreDroppedAndOthersLinesAreNot() throws Exception {
        int lines = 20_000;
        var floods = List.of(
                ask("greedy", "/log?" + lines), ask("greedy", "/print?" + lines), ask("bad", "/flood-stderr?" + (lines << 10)));
        Await.until(() -> platform.platform().logs().dropped("greedy") > 0 && platform.platform().logs().dropped("bad") > 0);
        platform.platform().logs().write("well", "", "host", "info", "still heard");

        well();

        assertThat(floods).allSatisfy(answer -> assertThat(answer.get().statusCode()).isIn(200, 504));
        assertThat(platform.platform().logs().dropped("well")).isZero();
        assertThat(platform.platform().logs().lines(Optional.of("well"), 0, 10)).extracting(LogLine::text).contains("still heard");
        for (String name : List.of("bad", "greedy")) {
            List<LogLine> kept = platform.platform().logs().lines(Optional.of(name), 0, lines);
            assertThat(kept.stream().mapToInt(line -> line.text().length()).sum()).isLessThan(70_000);
        }
        assertNothingIsLeft();
    }

    @Test
    void bucketsAreFullForTheirOwnerAlone() throws Exception {
        serve("neighbour", "http-greedy", List.of("greedy"), List.of());
        assertThat(ask("greedy", "/values").get().body()).isEqualTo("15 keys: the bucket is full: it takes at most 16777216 bytes");
        assertThat(ask("greedy", "/keys").get().body()).isEqualTo("10000 keys: the bucket is full: it takes at most 10000 keys");
        assertThat(ask("greedy", "/bucket?another").get().body()).isEqualTo("access-denied");

        assertThat(ask("neighbour", "/keys").get().body()).isEqualTo("10000 keys: the bucket is full: it takes at most 10000 keys");
        assertThat(ask("bad", "/").get().body()).isEqualTo("fine\n");
        well();
        assertNothingIsLeft();
    }

    @Test
    void hostsThatAreNotAllowedAreNotAsked() throws Exception {
        try (var outside = new Outside()) {
            serve("elsewhere", "http-greedy", List.of(), List.of("127.0.0.1:1"));
            for (String name : List.of("greedy", "elsewhere")) {
                assertThat(ask(name, "/hold?" + outside.url("/held")).get().body()).isEqualTo("0 requests: HTTP-request-denied\n");
            }
            assertThat(outside.held).hasValue(0);
        }
        well();
        assertNothingIsLeft();
    }

    @Test
    void whoHoldsAllRequestsThatItMayLeavesOthersTheirs() throws Exception {
        try (var outside = new Outside()) {
            serve("holding", "http-greedy", List.of(), List.of("127.0.0.1"), Duration.ofMinutes(2));
            serve("asking", "http-client", List.of(), List.of("127.0.0.1"));
            var holding = new ArrayList<CompletableFuture<HttpResponse<String>>>();
            for (int i = 0; i < AT_ONCE; i++) {
                holding.add(ask("holding", "/hold?" + outside.url("/held")));
            }
            // they are answered, and hold what they have for longer than others may wait
            assertThat(holding).allSatisfy(
                    answer -> assertThat(answer.get().body()).isEqualTo("100 requests: enough\n"));
            Await.until(() -> outside.held.get() == CONNECTIONS);

            String url = URLEncoder.encode(outside.url("/here"), StandardCharsets.UTF_8);
            assertThat(ask("asking", "/fetch?url=" + url).get().body()).isEqualTo("here");
            well();
            assertThat(revision("holding").underWay()).isEqualTo(AT_ONCE);
        }
        Await.until(() -> revision("holding").underWay() == 0);
        assertNothingIsLeft();
    }
}
