package dev.belay.platform.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.platform.Await;
import dev.belay.platform.rollout.TestPlatform;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms with files, of at most 1 MiB, as clients of any kind send them. */
class FileFormTest {
    private static final int MOST = 1 << 20;
    private static final String BOUNDARY = "of-a-test";
    private static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    @TempDir
    private Path directory;

    @TempDir
    private Path incoming;

    private TestPlatform platform;
    private AdminServer server;
    private final AtomicInteger answered = new AtomicInteger();

    @BeforeEach
    void start() throws IOException {
        platform = TestPlatform.start(directory);
        server = AdminServer.start(
                new AdminAddress.Network("127.0.0.1", 0, Optional.empty()), new Tokens("secret", Optional.empty()),
                new AdminServer.Subject(platform.platform(), platform.cleaner(), "test", "0", "http://x", () -> {}, Optional::empty));
        server.mount("/patient", exchange -> answer(exchange, Duration.ofMinutes(5)));
        server.mount("/hasty", exchange -> answer(exchange, Duration.ofMillis(1)));
    }

    @AfterEach
    void stop() {
        server.close();
        platform.close();
    }

    private void answer(Exchange exchange, Duration patience) throws IOException {
        String text;
        int status = 200;
        try (FileForm form = exchange.form(new FileForm.Bounds(incoming, MOST, patience))) {
            text = form.file("file").map(its -> its.name() + " " + its.bytes().length).orElse("none") + " " + form.field("field");
        } catch (FormException e) {
            status = e.status();
            text = e.text();
            exchange.discard();
        }
        answered.incrementAndGet();
        exchange.send(status, Map.of("connection", "close"), text.getBytes(StandardCharsets.UTF_8));
    }

    private static String part(String disposition, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
    }

    private static String file(String name, int bytes) {
        return part("name=\"file\"; filename=\"" + name + "\"", "x".repeat(bytes));
    }

    private static String end() {
        return "--" + BOUNDARY + "--\r\n";
    }

    /** The whole answer to something that is sent whole before anything is read. */
    private String send(String path, String type, String body) throws IOException {
        try (Socket socket = begin(path, type, body.getBytes(StandardCharsets.UTF_8).length, body)) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Socket begin(String path, String type, int length, String body) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(server.url()).getPort());
        socket.getOutputStream().write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\nContent-Length: "
                + length + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private String send(String body) throws IOException {
        return send("/patient", TYPE, body);
    }

    private boolean isNothingKept() {
        try (Stream<Path> files = Files.list(incoming)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFileAndAFieldAreRead() throws Exception {
        assertThat(send(part("name=\"field\"", "value") + file("a.wasm", 3) + end())).startsWith("HTTP/1.1 200").endsWith("a.wasm 3 value");
        assertThat(send(file("a.wasm", MOST) + end())).startsWith("HTTP/1.1 200").endsWith("a.wasm " + MOST + " ");
        assertThat(send(file("a.wasm", 0) + end())).endsWith("none ");
        assertThat(send(end())).endsWith("none ");
        Await.until(this::isNothingKept);
    }

    @Test
    void ofAFilesNameALineIsLeft() throws Exception {
        assertThat(send(file("../../etc/a.wasm", 1) + end())).endsWith("\r\n\r\na.wasm 1 ");
        assertThat(send(file("C:\\dir\\a.wasm", 1) + end())).endsWith("\r\n\r\na.wasm 1 ");
        assertThat(send(file("a\u202Eb" + "c".repeat(1_000), 1) + end())).endsWith("\r\n\r\nab" + "c".repeat(98) + " 1 ");
    }

    @Test
    void moreThanThereMayBeIsAnsweredAndNotKept() throws Exception {
        // Some of it is larger than what a connection holds.
        for (int bytes : new int[] {MOST + 1, 16 * MOST}) {
            assertThat(send(file("a.wasm", bytes) + end())).startsWith("HTTP/1.1 413").endsWith("at most 1 MiB, found more.");
        }
        assertThat(send(part("name=\"file\"", "x".repeat(MOST + 1)) + end())).startsWith("HTTP/1.1 413");
        assertThat(send(file("a.wasm", MOST) + file("b.wasm", MOST) + end())).startsWith("HTTP/1.1 413");
        assertThat(send(file("a.wasm", 1).repeat(1_000) + end())).startsWith("HTTP/1.1 413");
        assertThat(send(part("name=\"file\"; x=\"" + "y".repeat(MOST) + "\"", "") + end())).startsWith("HTTP/1.1 4");
        assertThat(send(part("name=\"field\"", "x".repeat(MOST)) + file("a.wasm", 3) + end())).endsWith("a.wasm 3 ");
        Await.until(this::isNothingKept);
    }

    @Test
    void whatIsNoFormIsAnErrorOfTheClient() throws Exception {
        assertThat(send("/patient", "multipart/form-data", file("a.wasm", 1) + end())).startsWith("HTTP/1.1 400");
        assertThat(send("/patient", "text/plain", "x")).startsWith("HTTP/1.1 400");
        assertThat(send("")).startsWith("HTTP/1.1 400");
        assertThat(send(file("a\u0007b", 1) + end())).startsWith("HTTP/1.1 400").endsWith("multipart/form-data: invalid byte 7");
        assertThat(send("nonsense")).startsWith("HTTP/1.1 400");
        assertThat(send(file("a.wasm", MOST))).startsWith("HTTP/1.1 400").endsWith("it broke off.");
        Await.until(this::isNothingKept);
    }

    @Test
    void whatBreaksOffIsNotKept() throws Exception {
        try (Socket _ = begin("/patient", TYPE, MOST, file("a.wasm", MOST / 2))) {
            Await.until(() -> !isNothingKept());
        }
        Await.until(() -> answered.get() == 1);
        Await.until(this::isNothingKept);
    }

    @Test
    void whatDoesNotComeIsNotWaitedFor() throws Exception {
        try (Socket socket = begin("/hasty", TYPE, MOST, file("a.wasm", MOST / 2))) {
            Await.until(() -> answered.get() == 1);
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).startsWith("HTTP/1.1 408");
        }
        Await.until(this::isNothingKept);
    }
}
