package dev.belay.cli.dev;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.host.http.Destination;
import dev.belay.host.http.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With a language of its own: a source is what is answered, unless it says that something is wrong. */
@Timeout(60)
class DevelopmentTest {
    @TempDir
    private Path directory;

    @TempDir
    private Path outside;

    private final Events events = new Events();
    private final AtomicInteger builds = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final Semaphore allowed = new Semaphore(1_000);
    private final HttpClient client = HttpClient.newHttpClient();
    private Development development;
    private HttpServer server;
    private boolean keepServing;
    private Duration longest = Duration.ofMinutes(1);

    @BeforeEach
    void write() throws IOException {
        source("one");
        save("harness", "[%s]");
    }

    @AfterEach
    void end() {
        client.close();
        if (development != null) {
            development.close();
            server.close();
        }
    }

    @Test
    void whatIsSavedIsServed() throws Exception {
        begin();
        assertThat(events.served()).isEqualTo(new DevEvent.Serving(1, false));
        assertThat(get().body()).isEqualTo("[one]");
        source("two");
        assertThat(events.next(DevEvent.Changed.class).files()).containsExactly(directory.resolve("src/source"));
        assertThat(events.served()).isEqualTo(new DevEvent.Serving(2, false));
        assertThat(get().body()).isEqualTo("[two]");
    }

    @Test
    void aPartThatChangesNeedsNoBuild() throws Exception {
        begin();
        events.served();
        save("harness", "<%s>");
        assertThat(events.served().revision()).isEqualTo(2);
        assertThat(get().body()).isEqualTo("<one>");
        assertThat(builds).hasValue(1);
    }

    @Test
    void aBuildThatMakesTheSameChangesNothing() throws Exception {
        begin();
        events.served();
        source(" one ");
        assertThat(events.served()).isEqualTo(new DevEvent.Serving(1, true));
        assertThat(builds).hasValue(2);
    }

    @Test
    void whatChangesDuringABuildMakesOneMore() throws Exception {
        allowed.drainPermits();
        begin();
        events.next(DevEvent.Building.class);
        source("two");
        source("three");
        allowed.release(2);
        events.served();
        events.served();
        assertThat(get().body()).isEqualTo("[three]");
        assertThat(builds).hasValue(2);
    }

    @Test
    void aRequestWaitsForTheFirstBuild() throws Exception {
        allowed.drainPermits();
        begin();
        events.next(DevEvent.Building.class);
        var answer = client.sendAsync(request(), HttpResponse.BodyHandlers.ofString());
        while (server.requests() == 0) {
            Thread.onSpinWait();
        }
        allowed.release(1);
        assertThat(answer.get(30, TimeUnit.SECONDS).body()).isEqualTo("[one]");
    }

    @Test
    void whatIsToBeMendedIsTheAnswerUntilItIs() throws Exception {
        source("error: <line 1>");
        begin();
        assertThat(events.failed().step()).isEqualTo(Step.BUILD);
        var plain = get();
        assertThat(plain.statusCode()).isEqualTo(500);
        assertThat(plain.headers().firstValue(ErrorAnswer.HEADER)).contains("build");
        assertThat(plain.headers().firstValue("content-type")).contains("text/plain; charset=utf-8");
        assertThat(plain.body()).isEqualTo("the build failed\n\nerror: <line 1>\n");
        var page = get("accept", "text/html,*/*");
        assertThat(page.headers().firstValue("content-type")).contains("text/html; charset=utf-8");
        assertThat(page.body()).contains("<pre>error: &lt;line 1&gt;</pre>").doesNotContain("<line");
        source("one");
        assertThat(events.served().revision()).isEqualTo(1);
        assertThat(get().body()).isEqualTo("[one]");
    }

    @Test
    void whatWasGoodComesBackWithTheMendedSource() throws Exception {
        begin();
        events.served();
        source("error: x");
        assertThat(events.failed().served()).isFalse();
        assertThat(get().statusCode()).isEqualTo(500);
        source("one");
        assertThat(events.served()).isEqualTo(new DevEvent.Serving(1, true));
        assertThat(get().body()).isEqualTo("[one]");
    }

    @Test
    void theLastGoodRevisionIsServedIfItShallBe() throws Exception {
        keepServing = true;
        begin();
        events.served();
        source("error: x");
        assertThat(events.failed().served()).isTrue();
        assertThat(get().body()).isEqualTo("[one]");
    }

    @Test
    void whatDoesNotFitOrStartIsTheAnswerToo() throws Exception {
        source("misfit");
        begin();
        assertThat(events.failed().step()).isEqualTo(Step.COMPOSE);
        assertThat(get().headers().firstValue(ErrorAnswer.HEADER)).contains("compose");
        source("trap");
        assertThat(events.failed().step()).isEqualTo(Step.START);
        assertThat(get().body()).isEqualTo("the component does not start\n\nit trapped\n");
    }

    @Test
    void aBuildThatTakesTooLongIsEndedAndTheNextGoesOn() throws Exception {
        longest = Duration.ofSeconds(3);
        allowed.drainPermits();
        begin();
        assertThat(events.failed().text()).contains("expected an end within", "--build-timeout");
        allowed.release(10);
        source("two");
        events.served();
        assertThat(get().body()).isEqualTo("[two]");
    }

    @Test
    void aRequestEndsWhereItBegan() throws Exception {
        source("slow");
        begin();
        events.served();
        allowed.drainPermits();
        var old = client.sendAsync(request(), HttpResponse.BodyHandlers.ofString());
        while (!allowed.hasQueuedThreads()) {
            Thread.onSpinWait();
        }
        source("two");
        events.next(DevEvent.Building.class);
        while (allowed.getQueueLength() < 2) {
            Thread.onSpinWait();
        }
        allowed.release(2);
        events.served();
        assertThat(old.get(30, TimeUnit.SECONDS).body()).isEqualTo("[slow]");
        assertThat(get().body()).isEqualTo("[two]");
    }

    private void begin() {
        var settings = new Development.Settings(List.of(), Set.of(), keepServing, longest);
        development = new Development(new Reading(), new Framing(), settings, events);
        server = HttpServer.builder(development.router()).bind("127.0.0.1", 0).start();
        development.start();
    }

    private void source(String text) throws IOException {
        Files.createDirectories(directory.resolve("src"));
        save("src/source", text);
    }

    /** All at once: half a file is a source as well, and would be built. */
    private void save(String name, String text) throws IOException {
        Path whole = Files.writeString(Files.createTempFile(outside, "saved", ""), text);
        Files.move(whole, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private HttpRequest request(String... headers) {
        var builder = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/"));
        return (headers.length == 0 ? builder : builder.headers(headers)).build();
    }

    private HttpResponse<String> get(String... headers) throws Exception {
        return client.send(request(headers), HttpResponse.BodyHandlers.ofString());
    }

    private final class Reading implements Recipe {
        @Override
        public List<Path> inputs() {
            return List.of(directory.resolve("src"));
        }

        @Override
        public List<Path> outputs() {
            return List.of();
        }

        @Override
        public Built build() throws StepException, InterruptedException {
            builds.incrementAndGet();
            assertThat(atOnce.incrementAndGet()).isEqualTo(1);
            try {
                String source = Files.readString(directory.resolve("src/source")).strip();
                allowed.acquire();
                if (source.startsWith("error")) {
                    throw new StepException(Step.BUILD, source);
                }
                return new Built(source.getBytes(UTF_8), "");
            } catch (IOException e) {
                throw new StepException(Step.BUILD, e.toString());
            } finally {
                atOnce.decrementAndGet();
            }
        }
    }

    private final class Framing implements Assembly {
        @Override
        public List<Path> parts() {
            return List.of(directory.resolve("harness"));
        }

        @Override
        public byte[] compose(byte[] component) throws StepException {
            try {
                String text = new String(component, UTF_8);
                if (text.equals("misfit")) {
                    throw new StepException(Step.COMPOSE, "it misses an import");
                }
                return Files.readString(directory.resolve("harness")).formatted(text).getBytes(UTF_8);
            } catch (IOException e) {
                throw new StepException(Step.COMPOSE, e.toString());
            }
        }

        @Override
        public Destination start(byte[] composed) throws StepException {
            String text = new String(composed, UTF_8);
            if (text.contains("trap")) {
                throw new StepException(Step.START, "it trapped");
            }
            return new TextAnswer(text, text.contains("slow") ? allowed::acquireUninterruptibly : () -> {});
        }
    }
}
