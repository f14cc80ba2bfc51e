package dev.belay.platform.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Somebody who gave a token. Thread-safe. */
final class Session {
    private final String id;
    private final String csrf;
    private final boolean operator;
    private final long end;
    private final AtomicReference<Optional<Notice>> notice = new AtomicReference<>(Optional.empty());

    /**
     * What the next page says first.
     *
     * @param bad whether something did not become as it was wanted
     */
    record Notice(String text, boolean bad) {}

    /**
     * @param csrf what forms of its pages have to bring back
     * @param operator whether it may change something
     * @param end in nanoseconds that never go back
     */
    Session(String id, String csrf, boolean operator, long end) {
        this.id = id;
        this.csrf = csrf;
        this.operator = operator;
        this.end = end;
    }

    String id() {
        return id;
    }

    String csrf() {
        return csrf;
    }

    boolean operator() {
        return operator;
    }

    boolean isOver(long now) {
        return now - end >= 0;
    }

    private boolean hasCsrf(String given) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), csrf.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @throws VisitException if a form did not bring back what its page gave it
     */
    void requireCsrf(String given) {
        if (!hasCsrf(given)) {
            throw new VisitException(403, "This form is not of a page of your session: load the page anew.");
        }
    }

    void say(String text, boolean bad) {
        notice.set(Optional.of(new Notice(text, bad)));
    }

    /** What was to be said, once. */
    Optional<Notice> said() {
        return notice.getAndSet(Optional.empty());
    }
}
