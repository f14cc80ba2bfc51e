package dev.belay.platform.rollout;

import dev.belay.host.http.HttpServer;
import dev.belay.host.messaging.Broker;
import dev.belay.platform.Specs;
import dev.belay.platform.cleanup.StoreCleaner;
import dev.belay.platform.observe.Logs;
import dev.belay.platform.spec.ApplicationSpec;
import dev.belay.platform.spec.Triggers;
import dev.belay.platform.trace.Tracer;
import dev.belay.runtime.Engine;
import dev.belay.runtime.EngineSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A platform with a server on a free port. */
public final class TestPlatform implements AutoCloseable {
    private final Broker broker = Broker.local();
    private final Platform platform;
    private final StoreCleaner cleaner;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private TestPlatform(Path state, Tracer tracer, UnaryOperator<PlatformSettings> otherwise) {
        this.platform = Platform.start(
                otherwise.apply(
                        PlatformSettings.in(state).withDrain(Duration.ofMinutes(5)).withEnvironment(Map.of("TOP", "hidden"))),
                Engine.of(EngineSettings.defaults()),
                broker,
                new Logs(_ -> {}),
                tracer);
        this.cleaner = new StoreCleaner(platform, broker.buckets(), state.resolve("code"), 1);
        this.server = HttpServer.builder(platform).bind("127.0.0.1", 0).start();
        platform.takenBy(server);
    }

    public static TestPlatform start(Path state) {
        return start(state, Tracer.off());
    }

    public static TestPlatform start(Path state, Tracer tracer) {
        return new TestPlatform(state, tracer, UnaryOperator.identity());
    }

    /** @param otherwise changes how it works */
    public static TestPlatform start(Path state, UnaryOperator<PlatformSettings> otherwise) {
        return new TestPlatform(state, Tracer.off(), otherwise);
    }

    public Platform platform() {
        return platform;
    }

    /** One that goes back one change, and cleans up when it is told. */
    public StoreCleaner cleaner() {
        return cleaner;
    }

    /** The echo guest, under a name and with routes of its own, beside what there is. */
    public void applyEcho(String name, Triggers.Http... routes) {
        apply(Specs.application(
                name, Specs.revision(Specs.put(platform.blobs(), "http-echo.wasm", Specs.guest("http-echo"))), routes));
    }

    /** One application more, or otherwise. */
    public Outcome apply(ApplicationSpec spec) {
        return platform.change(from -> {
            var all = new TreeMap<String, ApplicationSpec>();
            from.applications().forEach((name, state) -> all.put(name, state.spec()));
            all.put(spec.name(), spec);
            return Proposal.apply(from, from.stacks(), all, "");
        });
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    public HttpClient client() {
        return client;
    }

    @Override
    public void close() {
        client.close();
        server.close();
        cleaner.close();
        platform.close();
        broker.close();
    }
}
