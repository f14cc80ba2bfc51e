package dev.belay.platform.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.host.messaging.LocalBus;
import dev.belay.platform.Await;
import dev.belay.platform.Specs;
import dev.belay.platform.observe.LogLine;
import dev.belay.platform.Specs;
import dev.belay.platform.spec.ApplicationSpec;
import dev.belay.platform.spec.Tenancy;
import dev.belay.platform.spec.TrafficSpec;
import dev.belay.platform.spec.Triggers;
import dev.belay.platform.trace.Span;
import dev.belay.platform.trace.TraceContext;
import dev.belay.platform.trace.Tracer;
import dev.belay.wasi.messaging.Message;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TracingTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    private static final TrafficSpec ONE_AT_A_TIME = oneAtATime(10);
    private static final TrafficSpec NONE_WAIT = oneAtATime(0);

    @TempDir
    private Path directory;

    private final List<Span> spans = new CopyOnWriteArrayList<>();

    @Test
    void theCallAcrossTheBoundaryIsASpanOfItsOwn() throws Exception {
        try (var platform = TestPlatform.start(directory, Tracer.to(0, spans::add))) {
            PlatformTest.applyBanks(platform);
            var request = HttpRequest.newBuilder(platform.uri("/nordhaven/validate"))
                    .header("traceparent", PARENT)
                    .POST(HttpRequest.BodyPublishers.ofString(PlatformTest.TRANSACTION))
                    .build();
            assertThat(platform.client().send(request, HttpResponse.BodyHandlers.ofString()).body()).contains("true");
            Await.until(() -> spans.size() == 3);
            Span call = spans.get(0);
            Span harness = spans.get(1);
            Span trigger = spans.get(2);
            assertThat(spans).extracting(span -> span.context().trace()).containsOnly(TRACE);
            assertThat(trigger.parent()).contains("00f067aa0ba902b7");
            assertThat(trigger.attributes()).containsEntry("http.response.status_code", "200").containsEntry("belay.application", "nordhaven");
            assertThat(harness.parent()).contains(trigger.context().span());
            assertThat(harness.name()).isEqualTo("harness.wasm");
            assertThat(call.parent()).contains(harness.context().span());
            assertThat(call.name()).isEqualTo("wasmpay:platform/validation@0.1.0#validate");
            assertThat(spans).noneMatch(Span::failed);
        }
    }

    @Test
    void theTriggerIsFromWhenTheRequestCameThoughItHasToWait() throws Exception {
        try (var platform = TestPlatform.start(directory, Tracer.to(1, spans::add))) {
            ApplicationSpec echo = Specs.application(
                    "echo", Specs.revision(Specs.put(platform.platform().blobs(), "http-echo.wasm", Specs.guest("http-echo"))),
                    new Triggers.Http("", "/", List.of(), Map.of()));
            platform.apply(new ApplicationSpec("echo", echo.revision(), echo.triggers(), ONE_AT_A_TIME));
            var application = platform.platform().applications().get("echo");
            try (var first = new Socket(InetAddress.getLoopbackAddress(), platform.uri("/").getPort())) {
                first.getOutputStream().write(ascii("POST /echo HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 4\r\n\r\nla"));
                Await.until(() -> application.serving().current().underWay() == 1);
                var second = platform.client().sendAsync(
                        HttpRequest.newBuilder(platform.uri("/info")).build(), HttpResponse.BodyHandlers.ofString());
                Await.until(() -> application.admission().orElseThrow().present() == 2);
                first.getOutputStream().write(ascii("te"));
                assertThat(first.getInputStream().readAllBytes()).startsWith(ascii("HTTP/1.1 200"));
                assertThat(second.get().statusCode()).isEqualTo(200);
            }
            Await.until(() -> triggers().size() == 2);
            assertThat(triggers().get(1).attributes()).containsEntry("url.path", "/info");
            assertThat(triggers().get(1).start()).isLessThan(triggers().get(0).end());
        }
    }

    @Test
    void whatFindsNoRoomIsASpanThatFailed() throws Exception {
        try (var platform = TestPlatform.start(directory, Tracer.to(0, spans::add))) {
            ApplicationSpec echo = Specs.application(
                    "echo", Specs.revision(Specs.put(platform.platform().blobs(), "http-echo.wasm", Specs.guest("http-echo"))));
            platform.apply(new ApplicationSpec("echo", echo.revision(), echo.triggers(), NONE_WAIT));
            var application = platform.platform().applications().get("echo");
            try (var first = new Socket(InetAddress.getLoopbackAddress(), platform.uri("/").getPort())) {
                first.getOutputStream().write(ascii("POST /echo HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 4\r\n\r\nla"));
                Await.until(() -> application.serving().current().underWay() == 1);
                var request = HttpRequest.newBuilder(platform.uri("/echo/more?x")).header("traceparent", PARENT).build();
                assertThat(platform.client().send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(503);
                assertThat(platform.get("/echo").statusCode()).as("one that nobody follows").isEqualTo(503);
            }
            assertThat(spans).hasSize(1);
            assertThat(spans.getFirst().failed()).isTrue();
            assertThat(spans.getFirst().context().trace()).isEqualTo(TRACE);
            assertThat(spans.getFirst().attributes())
                    .containsEntry("http.response.status_code", "503")
                    .containsEntry("url.path", "/echo/more");
        }
    }

    private static TrafficSpec oneAtATime(int waiting) {
        return new TrafficSpec(
                1, waiting, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(),
                Optional.empty());
    }

    private List<Span> triggers() {
        return spans.stream().filter(span -> span.kind() == Span.Kind.SERVER).toList();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void aMessageIsFollowedFromWhenItCameAndIntoItsTurn() throws Exception {
        try (var platform = TestPlatform.start(directory, Tracer.to(1, spans::add)); var bus = new LocalBus()) {
            PlatformTest.applyBanks(platform);
            ApplicationSpec alone = platform.platform().applications().get("nordhaven").spec();
            platform.apply(new ApplicationSpec(
                    alone.name(), alone.revision(), alone.triggers(), alone.traffic(), new Tenancy(Optional.of("north"), 2)));
            var message = new Message("bank", PlatformTest.TRANSACTION.getBytes(StandardCharsets.UTF_8), Optional.of("answers"));
            var application = platform.platform().applications().get("nordhaven");
            CompletableFuture.supplyAsync(
                    () -> application.handle(message, bus, Duration.ofHours(1)), Thread::startVirtualThread).get();
            assertThat(spans).extracting(Span::name)
                    .containsExactly("wasmpay:platform/validation@0.1.0#validate", "harness.wasm", "process");
            Span trigger = spans.get(2);
            assertThat(spans.get(1).parent()).contains(trigger.context().span());
            assertThat(Duration.ofNanos(trigger.end() - trigger.start())).isGreaterThanOrEqualTo(Duration.ofHours(1));
        }
    }

    @Test
    void theApplicationIsToldOfTheTrace() throws Exception {
        try (var platform = TestPlatform.start(directory, Tracer.to(0, spans::add))) {
            platform.applyEcho("shop", new Triggers.Http("", "/", List.of(), Map.of()));
            var request = HttpRequest.newBuilder(platform.uri("/info")).header("traceparent", PARENT).build();
            String told = platform.client().send(request, HttpResponse.BodyHandlers.ofString()).body();
            assertThat(told).contains("00-" + TRACE + "-").doesNotContain("00f067aa0ba902b7");
        }
    }

    private static List<LogLine> lines(TestPlatform platform, String source) {
        return platform.platform().logs().lines(Optional.empty(), 0, 1_000).stream()
                .filter(line -> line.source().equals(source))
                .toList();
    }

    @Test
    void linesOfAFollowedRequestSayOfWhichTraceTheyAre() throws Exception {
        try (var platform = TestPlatform.start(directory, Tracer.to(0, spans::add))) {
            platform.apply(Specs.application(
                    "shop",
                    Specs.revision(Specs.put(platform.platform().blobs(), "java-tour.wasm", Specs.guest("java-tour"))),
                    new Triggers.Http("", "/log", List.of(), Map.of())));
            platform.apply(Specs.application(
                    "bad",
                    Specs.revision(Specs.put(platform.platform().blobs(), "http-misbehave.wasm", Specs.guest("http-misbehave"))),
                    new Triggers.Http("", "/", List.of(), Map.of())));
            for (String path : List.of("/log", "/trap", "/flood-stderr?3000")) {
                platform.get(path);
                platform.client()
                        .send(
                                HttpRequest.newBuilder(platform.uri(path)).header("traceparent", PARENT).build(),
                                HttpResponse.BodyHandlers.ofString());
            }
            Await.until(() -> lines(platform, "host").size() == 2);
            for (String source : List.of("log", "host", "stderr")) {
                List<LogLine> lines = lines(platform, source);
                assertThat(lines).extracting(LogLine::traceId).as(source).contains(Optional.of(TRACE), Optional.empty());
                assertThat(lines).filteredOn(line -> line.traceId().isPresent()).hasSize(lines.size() / 2);
                assertThat(lines).allSatisfy(line -> assertThat(line.revision()).hasSize(12));
            }
        }
    }

    @Test
    void whatNobodyFollowsHasNoSpans() throws Exception {
        try (var platform = TestPlatform.start(directory, Tracer.to(0, spans::add))) {
            platform.applyEcho("shop", new Triggers.Http("", "/", List.of(), Map.of()));
            platform.get("/info");
            var unsampled = HttpRequest.newBuilder(platform.uri("/info"))
                    .header("traceparent", PARENT.replaceFirst("01$", "00"))
                    .build();
            assertThat(platform.client().send(unsampled, HttpResponse.BodyHandlers.ofString()).body())
                    .contains("00f067aa0ba902b7");
            assertThat(spans).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "00", "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01", "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more"
    })
    void anInvalidContextBeginsAnew(String header) {
        assertThat(TraceContext.parse(header)).isEqualTo(Optional.empty());
    }
}
