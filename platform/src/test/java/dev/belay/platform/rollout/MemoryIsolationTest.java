package dev.belay.platform.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.platform.Await;
import dev.belay.platform.Specs;
import dev.belay.platform.serve.Revision;
import dev.belay.platform.spec.InstancePolicy;
import dev.belay.platform.spec.LimitSpec;
import dev.belay.platform.spec.Triggers;
import dev.belay.runtime.Trap;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Instances of one application do not take the heap that others need, however many there are. */
@Timeout(120)
class MemoryIsolationTest {
    /** For all instances; an application that is alone may have 48 MiB of it. */
    private static final long MEMORY = 64 << 20;
    private static final int KEPT = 20;

    private TestPlatform platform;

    @BeforeEach
    void start(@TempDir Path directory) {
        platform = TestPlatform.start(directory, settings -> settings.withMemory(MEMORY));
        for (String name : List.of("greedy", "modest")) {
            var guest = Specs.revision(Specs.put(platform.platform().blobs(), "http-greedy.wasm", Specs.guest("http-greedy")));
            var limits = new LimitSpec(Optional.empty(), Optional.of(Duration.ofMinutes(5)), Optional.empty());
            var route = new Triggers.Http("", "/", List.of(), Map.of("x-application", name));
            platform.apply(Specs.application(name, Specs.with(guest, limits, InstancePolicy.fresh()), route));
        }
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private Revision revision(String name) {
        return platform.platform().applications().get(name).serving().current();
    }

    /** A request that is answered, and goes on as long as the client does not send its body. */
    private final class Keeping implements AutoCloseable {
        private final Socket socket;
        private final String status;

        Keeping(String name, int mebibytes) throws IOException {
            socket = new Socket("127.0.0.1", platform.uri("/").getPort());
            String head = "POST /keep?" + mebibytes + " HTTP/1.1\r\nHost: a\r\nX-Application: " + name
                    + "\r\nContent-Length: 1\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            status = in.readLine();
        }

        @Override
        public void close() throws IOException {
            socket.getOutputStream().write('x');
            socket.close();
        }
    }

    @Test
    void whoTakesAllThatItGetsLeavesRoomForOthers() throws Exception {
        var kept = new ArrayList<Keeping>();
        for (int i = 0; i < 2; i++) {
            kept.add(new Keeping("greedy", KEPT));
            assertThat(kept.getLast().status).startsWith("HTTP/1.1 200");
        }
        for (int i = 0; i < 3; i++) {
            try (var refused = new Keeping("greedy", KEPT)) {
                assertThat(refused.status).startsWith("HTTP/1.1 500");
            }
        }
        assertThat(revision("greedy").usage().totals().held()).isBetween((long) 2 * (KEPT - 1) << 20, MEMORY * 3 / 4);

        try (var modest = new Keeping("modest", KEPT / 4)) {
            assertThat(modest.status).startsWith("HTTP/1.1 200");
        }

        for (Keeping each : kept) {
            each.close();
        }
        Await.until(() -> revision("greedy").usage().totals().held() == 0 && revision("modest").usage().totals().held() == 0);
        Await.until(() -> revision("greedy").tally().totals().traps().getOrDefault(Trap.Kind.MEMORY_LIMIT, 0L) == 3);
        assertThat(revision("greedy").usage().totals().refusals()).isEqualTo(3);
        assertThat(revision("modest").tally().totals().failed()).isZero();
        try (var again = new Keeping("greedy", KEPT)) {
            assertThat(again.status).startsWith("HTTP/1.1 200");
        }
    }
}
