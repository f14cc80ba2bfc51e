package dev.belay.platform.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.wasi.http.transport.BodyChunk;
import dev.belay.wasi.http.transport.BodySource;
import dev.belay.wasi.io.Turn;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodiesTest {
    private final List<String> events = new ArrayList<>();

    /** A client that sends when the tenant's turn has gone to others. */
    private final class SlowClient implements BodySource {
        @Override
        public BodyChunk read(int most) {
            return switch (events.size()) {
                case 0 -> new BodyChunk.Pending();
                case 3 -> {
                    events.add("sent");
                    yield new BodyChunk.Data(new byte[] {1, 2});
                }
                default -> new BodyChunk.End(List.of());
            };
        }

        @Override
        public void onReady(Runnable callback) {
            events.add("asked");
            callback.run();
        }

        @Override
        public void discard() {}
    }

    private final class Recorded implements Turn {
        @Override
        public void pause() {
            events.add("paused");
        }

        @Override
        public void resume() {
            events.add("resumed");
        }
    }

    @Test
    void othersHaveTheirTurnWhileAClientIsWaitedFor() throws Exception {
        Bodies.Read read = ScopedValue.where(Turn.CURRENT, new Recorded()).call(() -> Bodies.read(new SlowClient(), 10));
        assertThat(read.isWhole()).isTrue();
        assertThat(read.bytes()).containsExactly(1, 2);
        assertThat(events).containsExactly("asked", "paused", "resumed", "sent");
    }
}
