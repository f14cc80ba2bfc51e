package dev.belay.platform.console;

import dev.belay.platform.admin.Tokens;
import dev.belay.platform.observe.Rate;
import java.util.Map;
import java.util.Optional;

/** Lets in who has a token, and out again. Thread-safe. */
final class Door {
    /** Of all visitors together: people mistype, programs guess. */
    private static final double TRIES_PER_SECOND = 1;
    private static final int TRIES = 20;

    private final Tokens tokens;
    private final Sessions sessions;
    private final Surface surface;
    private final Rate tries = new Rate(TRIES_PER_SECOND, TRIES);

    Door(Tokens tokens, Sessions sessions, Surface surface) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.surface = surface;
    }

    Reply show() {
        return show(200, Optional.empty());
    }

    /** To somebody who sent a form, and is not signed in any more. */
    Reply showAgain() {
        return show(403, Optional.of("You are not signed in, or not any more, and nothing was done: sign in, and do it again."));
    }

    private Reply show(int status, Optional<String> why) {
        return surface.templates().show(
                status, "login", surface.frame("Sign in", Optional.empty(), why.map(its -> new Session.Notice(its, true))));
    }

    Reply enter(Map<String, String> form) {
        if (!tries.tryTake()) {
            return show(429, Optional.of("Too many tried to sign in: wait some seconds.")).with("retry-after", "5");
        }
        return switch (tokens.roleOf(form.getOrDefault("token", "").strip())) {
            case NOBODY -> show(403, Optional.of("This is not a token of this host."));
            case READER -> begin(false);
            case OPERATOR -> begin(true);
        };
    }

    private Reply begin(boolean operator) {
        Session session = sessions.begin(operator);
        return Reply.see(Console.PATH).with("set-cookie", cookie(session.id(), Sessions.LAST.toSeconds()));
    }

    Reply leave(Session session) {
        sessions.end(session);
        return Reply.see(Console.PATH + "/login").with("set-cookie", cookie("", 0));
    }

    private static String cookie(String value, long seconds) {
        return Console.COOKIE + "=" + value + "; Path=" + Console.PATH + "; Max-Age=" + seconds + "; HttpOnly; SameSite=Strict";
    }

    /** Who is not signed in goes there; a part of a page sends the whole page. */
    Reply send(Visit visit) {
        String login = Console.PATH + "/login";
        return visit.isPart() ? Reply.text(401, "sign in\n").with("hx-redirect", login) : Reply.see(login);
    }
}
