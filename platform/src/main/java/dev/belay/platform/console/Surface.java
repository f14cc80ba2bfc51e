package dev.belay.platform.console;

import java.util.Optional;

/** What all pages have in common. Thread-safe. */
final class Surface {
    private final Console.Subject subject;
    private final Templates templates = new Templates();

    Surface(Console.Subject subject) {
        this.subject = subject;
    }

    /**
     * Around a page.
     *
     * @param session of somebody who is signed in
     * @param notice that the page begins with
     */
    record Frame(
            String title, String platform, String version, String http, Optional<Session> session,
            Optional<Session.Notice> notice) {
        boolean operator() {
            return session.filter(Session::operator).isPresent();
        }

        String csrf() {
            return session.map(Session::csrf).orElse("");
        }

        boolean bad() {
            return notice.filter(Session.Notice::bad).isPresent();
        }
    }

    Frame frame(String title, Optional<Session> session) {
        return frame(title, session, session.flatMap(Session::said));
    }

    Frame frame(String title, Optional<Session> session, Optional<Session.Notice> notice) {
        boolean known = session.isPresent();
        return new Frame(
                title, known ? subject.name() : "Belay", known ? subject.version() : "", known ? subject.http() : "", session, notice);
    }

    Templates templates() {
        return templates;
    }

    /** A page that says why there is no other. */
    Reply failure(int status, String why, Optional<Session> session) {
        return templates.show(status, "failure", frame("Not done", session, Optional.of(new Session.Notice(why, true))));
    }
}
