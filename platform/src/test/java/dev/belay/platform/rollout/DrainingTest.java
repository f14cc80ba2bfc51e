package dev.belay.platform.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.platform.Await;
import dev.belay.platform.Specs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes while a request is under way in a revision that gets nothing more. */
class DrainingTest {
    @TempDir
    private Path state;

    @AutoClose
    private TestPlatform platform;

    @BeforeEach
    void start() {
        platform = TestPlatform.start(state);
        applyMarked("echo", "1");
    }

    private Outcome applyMarked(String name, String mark) {
        byte[] echo = Specs.marked(Specs.guest("http-echo"), mark);
        return platform.apply(Specs.application(
                name, Specs.revision(Specs.put(platform.platform().blobs(), "echo-" + mark, echo))));
    }

    /** A request whose response has begun, and ends when its body is complete. */
    private Socket begun() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), platform.uri("/").getPort());
        socket.getOutputStream().write(("POST /echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 4\r\n\r\nab")
                .getBytes(StandardCharsets.US_ASCII));
        assertThat(readTo("ab", socket)).startsWith("HTTP/1.1 200");
        assertThat(underWay()).isEqualTo(1);
        return socket;
    }

    private static String readTo(String last, Socket socket) throws IOException {
        var text = new StringBuilder();
        while (text.indexOf(last) < 0) {
            int next = socket.getInputStream().read();
            assertThat(next).as("what follows `%s`", text).isNotNegative();
            text.append((char) next);
        }
        return text.toString();
    }

    private int underWay() {
        return platform.platform().applications().get("echo").serving().current().underWay();
    }

    /** What is left of the response. */
    private static String end(Socket socket) throws IOException {
        socket.getOutputStream().write("cd".getBytes(StandardCharsets.US_ASCII));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    private CompletableFuture<Outcome> changing() {
        var change = CompletableFuture.supplyAsync(() -> applyMarked("echo", "2"));
        Await.until(() -> platform.platform().progress().now()
                .filter(its -> its.phase() == Progress.Phase.DRAINING)
                .isPresent());
        return change;
    }

    @Test
    void aChangeWaitsForWhatWasUnderWayAndOthersDoNotWaitForIt() throws Exception {
        try (Socket request = begun()) {
            var first = changing();
            assertThat(applyMarked("info", "1").done()).isTrue();
            assertThat(platform.get("/info").statusCode()).isEqualTo(200);
            assertThat(first).isNotDone();

            assertThat(end(request)).contains("cd").endsWith("0\r\n\r\n");
            assertThat(first.get().drained()).isTrue();
            assertThat(platform.platform().progress().now()).isEmpty();
        }
    }

    @Test
    void aRevisionThatIsGoneBackToIsNotWaitedFor() throws Exception {
        try (Socket request = begun()) {
            var first = changing();
            Outcome back = platform.platform().change(from -> Proposal.rollback(from, "echo"));
            assertThat(back.done()).isTrue();
            assertThat(first.get().drained()).isTrue();
            assertThat(underWay()).isEqualTo(1);

            assertThat(end(request)).contains("cd").endsWith("0\r\n\r\n");
        }
    }
}
