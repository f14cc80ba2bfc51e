package dev.belay.platform.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
    private final Sessions sessions = new Sessions(now::get);

    @Test
    void aSessionIsOverAfterItsTime() {
        Session session = sessions.begin(true);
        now.addAndGet(Sessions.LAST.toNanos() - 1);
        assertThat(sessions.find(session.id())).contains(session);
        now.incrementAndGet();
        assertThat(sessions.find(session.id())).isEmpty();
    }

    @Test
    void theFirstMakesRoomForOneTooMany() {
        Session first = sessions.begin(true);
        Session second = sessions.begin(true);
        for (int i = 2; i < Sessions.MOST; i++) {
            sessions.begin(false);
        }
        assertThat(sessions.find(first.id())).isPresent();
        sessions.begin(false);
        assertThat(sessions.find(first.id())).isEmpty();
        assertThat(sessions.find(second.id())).isPresent();
    }

    @Test
    void aNoticeIsSaidOnce() {
        Session session = sessions.begin(true);
        session.say("done", false);
        assertThat(session.said()).contains(new Session.Notice("done", false));
        assertThat(session.said()).isEmpty();
    }
}
