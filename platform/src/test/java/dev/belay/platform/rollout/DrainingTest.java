package dev.belay.platform.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.platform.Await;
import dev.belay.platform.Begun;
import dev.belay.platform.Specs;
import java.io.IOException;
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

    private Begun begun() throws IOException {
        Begun request = Begun.at(platform.uri("/echo"));
        assertThat(underWay()).isEqualTo(1);
        return request;
    }

    private int underWay() {
        return platform.platform().applications().get("echo").serving().current().underWay();
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
        try (Begun request = begun()) {
            var first = changing();
            assertThat(applyMarked("info", "1").done()).isTrue();
            assertThat(platform.get("/info").statusCode()).isEqualTo(200);
            assertThat(first).isNotDone();

            assertThat(request.end()).contains("cd").endsWith("0\r\n\r\n");
            assertThat(first.get().drained()).isTrue();
            assertThat(platform.platform().progress().now()).isEmpty();
        }
    }

    @Test
    void aRevisionThatIsGoneBackToIsNotWaitedFor() throws Exception {
        try (Begun request = begun()) {
            var first = changing();
            Outcome back = platform.platform().change(from -> Proposal.rollback(from, "echo"));
            assertThat(back.done()).isTrue();
            assertThat(first.get().drained()).isTrue();
            assertThat(underWay()).isEqualTo(1);

            assertThat(request.end()).contains("cd").endsWith("0\r\n\r\n");
        }
    }
}
