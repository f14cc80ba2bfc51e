package dev.belay.platform.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.platform.Await;
import dev.belay.platform.Specs;
import dev.belay.platform.journal.ApplicationState;
import dev.belay.platform.observe.Tally;
import dev.belay.platform.shape.ShapeCounts;
import dev.belay.platform.spec.ApplicationSpec;
import dev.belay.platform.spec.RevisionSpec;
import dev.belay.platform.spec.TrafficSpec;
import dev.belay.platform.spec.Triggers;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShapingTest {
    private static final Triggers ANY = new Triggers(List.of(new Triggers.Http("", "/", List.of(), Map.of())), List.of(), List.of());
    private static final TrafficSpec PLAIN = TrafficSpec.defaults();

    @TempDir
    private Path directory;

    private TestPlatform platform;

    @BeforeEach
    void start() {
        platform = TestPlatform.start(directory);
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private RevisionSpec guest(String name) {
        return Specs.revision(Specs.put(platform.platform().blobs(), name + ".wasm", Specs.guest(name)));
    }

    private void apply(String guest, TrafficSpec traffic) {
        assertThat(platform.apply(new ApplicationSpec("shop", guest(guest), ANY, traffic)).done()).isTrue();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return platform.client().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private ShapeCounts.Totals counts() {
        return platform.platform().applications().get("shop").shaped();
    }

    private static TrafficSpec with(
            Optional<Duration> timeout,
            Optional<TrafficSpec.Rate> rate,
            Optional<TrafficSpec.Retries> retries,
            Optional<TrafficSpec.Breaker> breaker) {
        return new TrafficSpec(
                PLAIN.concurrency(), PLAIN.waiting(), timeout, rate, retries, breaker, Optional.empty(), List.of(), Optional.empty());
    }

    @Test
    void moreThanTheRateIsRefused() throws Exception {
        apply("http-echo", with(Optional.empty(), Optional.of(new TrafficSpec.Rate(0.001, 2)), Optional.empty(), Optional.empty()));
        assertThat(platform.get("/info").statusCode()).isEqualTo(200);
        assertThat(platform.get("/info").statusCode()).isEqualTo(200);
        var third = platform.get("/info");
        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(third.headers().firstValue("retry-after")).contains("1");
        assertThat(counts().limited()).isEqualTo(1);
    }

    @Test
    void aFailureIsTriedAgainAndSentOnce() throws Exception {
        apply("http-misbehave", with(
                Optional.empty(), Optional.empty(), Optional.of(new TrafficSpec.Retries(2, List.of("GET"))), Optional.empty()));
        assertThat(platform.get("/trap").body()).isEqualTo("the component trapped: unreachable\n");
        assertThat(counts().retried()).isEqualTo(2);
        Await.until(() -> platform.platform().applications().get("shop").serving().current().tally().totals().failed() == 3);
        assertThat(platform.get("/").body()).isEqualTo("fine\n");
        assertThat(send(HttpRequest.newBuilder(platform.uri("/trap")).POST(HttpRequest.BodyPublishers.noBody())).statusCode())
                .isEqualTo(500);
        assertThat(counts().retried()).isEqualTo(2);
    }

    /** Half of the requests go to a revision that has no such path; after enough tries every one is answered by the other. */
    @Test
    void whatFailsInOneRevisionMayBeAnsweredByAnother() throws Exception {
        apply("http-echo", PLAIN);
        var retries = with(Optional.empty(), Optional.empty(), Optional.of(new TrafficSpec.Retries(10, List.of("POST"))), Optional.empty());
        apply("http-misbehave", retries);
        var serving = platform.platform().applications().get("shop").serving();
        platform.platform().change(from -> Proposal.weights(
                from, from.applications().get("shop"), Map.of(serving.current().id(), 1, serving.kept().getFirst().id(), 99)));
        for (int i = 0; i < 20; i++) {
            var answer = send(HttpRequest.newBuilder(platform.uri("/echo")).POST(HttpRequest.BodyPublishers.ofString("again")));
            assertThat(answer.statusCode()).isIn(200, 404);
            if (answer.statusCode() == 200) {
                assertThat(answer.body()).isEqualTo("again");
            }
        }
    }

    @Test
    void aFailingApplicationIsGivenARest() throws Exception {
        apply("http-misbehave", with(
                Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(new TrafficSpec.Breaker(0.5, 2, Duration.ofMinutes(1), Duration.ofMinutes(1)))));
        platform.get("/trap");
        platform.get("/trap");
        Await.until(() -> platform.platform().applications().get("shop").shaped().rests() == 1);
        var third = platform.get("/");
        assertThat(third.statusCode()).isEqualTo(503);
        assertThat(third.headers().firstValue("retry-after")).contains("60");
        assertThat(counts().rested()).isEqualTo(1);
    }

    @Test
    void clientsThatLeaveDoNotTakeAnApplicationAway() throws Exception {
        apply("http-echo", with(
                Optional.empty(), Optional.empty(), Optional.of(new TrafficSpec.Retries(2, List.of("POST"))),
                Optional.of(new TrafficSpec.Breaker(0.1, 1, Duration.ofMinutes(1), Duration.ofMinutes(1)))));
        Tally tally = platform.platform().applications().get("shop").serving().current().tally();
        for (int i = 1; i <= 3; i++) {
            try (var socket = new Socket("127.0.0.1", platform.uri("/").getPort())) {
                socket.getOutputStream().write(
                        "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhalf".getBytes(StandardCharsets.US_ASCII));
            }
            int left = i;
            Await.until(() -> tally.totals().requests() == left);
        }
        assertThat(tally.totals().failed()).isZero();
        assertThat(counts().rests()).isZero();
        assertThat(counts().retried()).isZero();
        assertThat(platform.get("/info").statusCode()).isEqualTo(200);
    }

    @Test
    void aTimeoutEndsWhatTakesLong() throws Exception {
        apply("http-misbehave", with(Optional.of(Duration.ofMillis(200)), Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(platform.get("/loop").statusCode()).isEqualTo(504);
        assertThat(platform.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void headersAndCookiesChooseARevision() throws Exception {
        apply("http-echo", PLAIN);
        apply("http-misbehave", new TrafficSpec(
                200, 200, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                List.of(
                        new TrafficSpec.Rule(Optional.of("x-stage"), Optional.empty(), Optional.of("old"), "previous"),
                        new TrafficSpec.Rule(Optional.empty(), Optional.of("stage"), Optional.of("old"), "previous")),
                Optional.empty()));
        assertThat(platform.get("/info").statusCode()).isEqualTo(404);
        assertThat(send(HttpRequest.newBuilder(platform.uri("/info")).header("x-stage", "old")).statusCode()).isEqualTo(200);
        assertThat(send(HttpRequest.newBuilder(platform.uri("/info")).header("x-stage", "new")).statusCode()).isEqualTo(404);
        assertThat(send(HttpRequest.newBuilder(platform.uri("/info")).header("cookie", "a=b; stage=old")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aMirrorIsComparedAndNotReturned() throws Exception {
        apply("http-echo", PLAIN);
        apply("http-misbehave", new TrafficSpec(
                200, 200, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(new TrafficSpec.Mirror(Optional.empty(), 100)), List.of(), Optional.empty()));
        assertThat(platform.get("/info").statusCode()).isEqualTo(404);
        Await.until(() -> counts().different() == 1);
        assertThat(counts().same()).isZero();
    }

    private static final TrafficSpec.Canary CANARY =
            new TrafficSpec.Canary(List.of(10, 50), Duration.ofSeconds(60), 0.1, Optional.of(Duration.ofSeconds(1)), 2);

    private static TrafficSpec withCanary() {
        return new TrafficSpec(
                200, 200, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                List.of(new TrafficSpec.Rule(Optional.of("x-new"), Optional.empty(), Optional.empty(), "current")),
                Optional.of(CANARY));
    }

    private ApplicationState desired() {
        return platform.platform().desired("shop").orElseThrow();
    }

    private void askTheNewOne(String path) throws Exception {
        Tally tally = platform.platform().applications().get("shop").serving().current().tally();
        long before = tally.totals().requests();
        for (int i = 0; i < 2; i++) {
            send(HttpRequest.newBuilder(platform.uri(path)).header("x-new", "1"));
        }
        Await.until(() -> tally.totals().requests() >= before + 2);
    }

    @Test
    void aCanaryGoesStepByStep() throws Exception {
        apply("http-echo", withCanary());
        assertThat(desired().canaryStep()).isEqualTo(ApplicationState.NO_CANARY);
        apply("http-misbehave", withCanary());
        String id = desired().spec().revision().id();
        assertThat(desired().weights()).containsEntry(id, 10);
        try (var canary = new Canary(platform.platform())) {
            canary.look(0);
            askTheNewOne("/");
            canary.look(Duration.ofSeconds(59).toNanos());
            assertThat(desired().weights()).containsEntry(id, 10);
            canary.look(Duration.ofSeconds(60).toNanos());
            assertThat(desired().weights()).containsEntry(id, 50);
            canary.look(Duration.ofSeconds(60).toNanos());
            askTheNewOne("/");
            canary.look(Duration.ofSeconds(120).toNanos());
            assertThat(desired().weights()).isEmpty();
            assertThat(desired().canaryStep()).isEqualTo(ApplicationState.NO_CANARY);
            assertThat(platform.platform().applications().get("shop").serving().current().id()).isEqualTo(id);
        }
    }

    @Test
    void aCanaryThatFailsGoesBack() throws Exception {
        apply("http-echo", withCanary());
        String before = desired().spec().revision().id();
        apply("http-misbehave", withCanary());
        try (var canary = new Canary(platform.platform())) {
            canary.look(0);
            askTheNewOne("/trap");
            canary.look(1);
            assertThat(desired().spec().revision().id()).isEqualTo(before);
            assertThat(desired().weights()).isEmpty();
            assertThat(platform.get("/info").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aCanaryWaitsForRequests() {
        var tally = new Tally();
        assertThat(Canary.verdict(CANARY, tally.totals(), Long.MAX_VALUE)).isEqualTo(Canary.Verdict.WAIT);
        tally.ended(200, false, Optional.empty(), 1_000_000);
        tally.ended(200, false, Optional.empty(), 3_000_000_000L);
        assertThat(Canary.verdict(CANARY, tally.totals(), 0)).isEqualTo(Canary.Verdict.GO_BACK);
    }
}
