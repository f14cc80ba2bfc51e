package dev.belay.platform.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.wasi.io.Turn;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OutcomesTest {
    @Test
    void othersHaveTheirTurnWhileAnAnswerIsSent() {
        var sent = new CompletableFuture<Void>();
        var turn = new Turn() {
            private boolean isResumed;

            @Override
            public void pause() {
                sent.complete(null);
            }

            @Override
            public void resume() {
                isResumed = true;
            }
        };
        assertThat(ScopedValue.where(Turn.CURRENT, turn).call(() -> Outcomes.await(sent))).isTrue();
        assertThat(turn.isResumed).isTrue();
    }
}
