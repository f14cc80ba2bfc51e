package dev.belay.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.belay.platform.Await;
import dev.belay.platform.spec.SpecJson;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class SpanExporterTest {
    @Test
    void sendsWhatACollectorTakes() throws Exception {
        List<byte[]> bodies = new CopyOnWriteArrayList<>();
        HttpServer collector = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 8);
        collector.createContext("/v1/traces", exchange -> {
            bodies.add(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        try (var exporter = new SpanExporter(
                        "bank", URI.create("http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces"))
                .start()) {
            var tracer = Tracer.to(1, exporter);
            tracer.begin(Optional.empty(), "GET", Span.Kind.SERVER, Duration.ZERO).orElseThrow().end(true, Map.of("a", "b"));
            Await.until(() -> !bodies.isEmpty());
        } finally {
            collector.stop(0);
        }
        Map<?, ?> sent = SpecJson.read(bodies.getFirst(), Map.class);
        assertThat(sent.toString())
                .contains("service.name", "bank", "name=GET", "kind=2", "status={code=2}", "key=a")
                .containsPattern("traceId=[0-9a-f]{32}")
                .containsPattern("startTimeUnixNano=[0-9]{19}");
    }
}
