package dev.belay.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.cli.dev.DevEvent;
import dev.belay.cli.dev.Development;
import dev.belay.cli.dev.Events;
import dev.belay.cli.dev.Step;
import dev.belay.host.http.HttpServer;
import dev.belay.runtime.Component;
import dev.belay.runtime.Engine;
import dev.belay.runtime.EngineSettings;
import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Limits;
import dev.belay.wasi.WasiContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.ref.WeakReference;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real components, each with code of its own: one text in the module is another in each. */
@Timeout(180)
class DevSwapTest {
    private static final Path ROOT = Path.of(System.getProperty("belay.root", ".."));
    private static final Path ECHO = ROOT.resolve("examples/guests/http-echo/http-echo.wasm");
    private static final String TEXT = "; there are /info";
    private static final int SWAPS = 50;
    private static final int CLIENTS = 4;

    @TempDir
    private Path directory;

    private final Events events = new Events();
    private final List<WeakReference<Component>> loaded = new CopyOnWriteArrayList<>();
    private final Streams streams = new Streams(
            InputStream.nullInputStream(), new PrintStream(PrintStream.nullOutputStream()), System.err, false);
    private final Engine engine = Engine.of(EngineSettings.defaults());
    private final HttpClient client = HttpClient.newHttpClient();
    private Development development;
    private HttpServer server;

    @AfterEach
    void end() {
        client.shutdownNow();
        development.close();
        server.close();
    }

    @Test
    void noRequestFailsWhileRevisionsChangeAndOldOnesAreForgotten() throws Exception {
        save(0);
        begin(app(), List.of());
        events.served();
        var over = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clients = new ArrayList<Future<Integer>>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(threads.submit(() -> ask(over)));
            }
            for (int i = 1; i <= SWAPS; i++) {
                save(i);
                assertThat(events.served()).isEqualTo(new DevEvent.Serving(i + 1, false));
                assertThat(get("/").body()).as("the answer right after").isEqualTo(answer(i));
            }
            over.set(true);
            for (Future<Integer> each : clients) {
                assertThat(each.get(60, TimeUnit.SECONDS)).isPositive();
            }
        }
        assertThat(loaded).hasSize(SWAPS + 1);
        awaitCollected();
    }

    /** @return how many answers there were, all of them of some revision and none before an earlier one */
    private int ask(AtomicBoolean over) throws Exception {
        int count = 0;
        String last = "";
        while (!over.get()) {
            var response = get("/");
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.body()).startsWith("nothing at /; revision").isGreaterThanOrEqualTo(last);
            last = response.body();
            count++;
        }
        return count;
    }

    private void awaitCollected() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (loaded.subList(0, SWAPS).stream().anyMatch(old -> old.get() != null)) {
            assertThat(System.nanoTime()).as("the time by when old revisions have to be gone").isLessThan(end);
            System.gc();
        }
    }

    @Test
    void aRequestIsFinishedByTheRevisionThatItBeganWith() throws Exception {
        save(0);
        begin(app(), List.of());
        events.served();
        try (var socket = new Socket("127.0.0.1", server.port())) {
            var out = socket.getOutputStream();
            out.write("POST /echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 11\r\n\r\nbegun, ".getBytes(ISO_8859_1));
            String head = read(socket, "begun, ");
            assertThat(head).startsWith("HTTP/1.1 200 ");
            save(1);
            events.served();
            assertThat(get("/").body()).isEqualTo(answer(1));
            out.write("done".getBytes(ISO_8859_1));
            assertThat(read(socket, "done")).contains("done");
        }
    }

    /** What comes, up to a text. */
    private static String read(Socket from, String end) throws IOException {
        var text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            int next = from.getInputStream().read();
            assertThat(next).as("more after '" + text + "'").isNotNegative();
            text.append((char) next);
        }
        return text.toString();
    }

    @Test
    void aComponentIsServedByItsHarnessAndEachCanBeReplaced() throws Exception {
        Path wasmpay = ROOT.resolve("examples/wasmpay");
        Path validator = copy(wasmpay.resolve("validators/terrano/terrano.wasm"), "validator.wasm");
        Path harness = copy(wasmpay.resolve("harness/harness-0.1.0.wasm"), "harness.wasm");
        begin(validator, List.of(harness.toString()));
        events.served();
        copy(wasmpay.resolve("validators/nordhaven/nordhaven.wasm"), "validator.wasm");
        assertThat(events.served().revision()).isEqualTo(2);
        copy(wasmpay.resolve("harness/harness.wasm"), "harness.wasm");
        assertThat(events.served().revision()).isEqualTo(3);
        copy(ECHO, "validator.wasm");
        DevEvent.Failed misfit = events.failed();
        assertThat(misfit.step()).isEqualTo(Step.COMPOSE);
        assertThat(get("/validate").body()).isEqualTo("the component does not fit\n\n" + misfit.text() + "\n");
    }

    @Test
    void withoutAHarnessItSaysWhatToDo() throws Exception {
        begin(copy(ROOT.resolve("examples/wasmpay/validators/terrano/terrano.wasm"), "app.wasm"), List.of());
        assertThat(events.failed().text()).contains("wasi:http/incoming-handler@0.2", "--harness");
        replace(app(), new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
        assertThat(events.failed().text()).contains("found a core module");
    }

    private void begin(Path file, List<String> harness) {
        var state = InstanceState.of(WasiContext.class, WasiContext.builder().build());
        var assembly = new DevAssembly("app", harness, List.of(), this::load, () -> state, Limits.forRequests(), streams);
        var settings = new Development.Settings(List.of(), Set.of(), false, Duration.ofMinutes(1));
        development = new Development(new FileRecipe(file.toString(), streams), assembly, settings, events);
        server = HttpServer.builder(development.router()).bind("127.0.0.1", 0).start();
        development.start();
    }

    private Component load(ComponentFile file) {
        Component component = file.with(engine::load);
        loaded.add(new WeakReference<>(component));
        return component;
    }

    private Path app() {
        return directory.resolve("app.wasm");
    }

    private void save(int number) throws IOException {
        String component = new String(Files.readAllBytes(ECHO), ISO_8859_1);
        assertThat(component).contains(TEXT);
        replace(app(), component.replace(TEXT, text(number)).getBytes(ISO_8859_1));
    }

    /** At once: of what is written in pieces, the first may make a revision of its own. */
    private Path replace(Path file, byte[] bytes) throws IOException {
        Path whole = Files.write(directory.resolve("whole"), bytes);
        return Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String text(int number) {
        return "; revision %06d".formatted(number);
    }

    private static String answer(int number) {
        return "nothing at /" + text(number) + ", /echo and /splice\n";
    }

    private Path copy(Path from, String to) throws IOException {
        return replace(directory.resolve(to), Files.readAllBytes(from));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
