package dev.belay.platform.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.platform.Await;
import dev.belay.platform.spec.Triggers;
import dev.belay.platform.trace.Span;
import dev.belay.platform.trace.TraceContext;
import dev.belay.platform.trace.Tracer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracingTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

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
    void theApplicationIsToldOfTheTrace() throws Exception {
        try (var platform = TestPlatform.start(directory, Tracer.to(0, spans::add))) {
            platform.applyEcho("shop", new Triggers.Http("", "/", List.of(), Map.of()));
            var request = HttpRequest.newBuilder(platform.uri("/info")).header("traceparent", PARENT).build();
            String told = platform.client().send(request, HttpResponse.BodyHandlers.ofString()).body();
            assertThat(told).contains("00-" + TRACE + "-").doesNotContain("00f067aa0ba902b7");
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
