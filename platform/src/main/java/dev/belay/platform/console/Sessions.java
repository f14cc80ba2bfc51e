package dev.belay.platform.console;

import dev.belay.platform.admin.Tokens;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Who is signed in. Thread-safe. */
final class Sessions {
    /** A working day; pages that ask by themselves do not prolong it. */
    static final Duration LAST = Duration.ofHours(12);
    /** More people than run a platform; the next one takes the place of the first. */
    static final int MOST = 64;

    private final Map<String, Session> sessions = new LinkedHashMap<>();
    private final LongSupplier clock;

    /** @param clock nanoseconds that never go back */
    Sessions(LongSupplier clock) {
        this.clock = clock;
    }

    synchronized Session begin(boolean operator) {
        long now = clock.getAsLong();
        sessions.values().removeIf(session -> session.isOver(now));
        if (sessions.size() == MOST) {
            sessions.remove(sessions.keySet().iterator().next());
        }
        var session = new Session(Tokens.random(), Tokens.random(), operator, now + LAST.toNanos());
        sessions.put(session.id(), session);
        return session;
    }

    synchronized Optional<Session> find(String id) {
        return Optional.ofNullable(sessions.get(id)).filter(session -> !session.isOver(clock.getAsLong()));
    }

    synchronized void end(Session session) {
        sessions.remove(session.id());
    }
}
