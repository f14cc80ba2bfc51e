package dev.belay.platform.console;

import dev.belay.platform.admin.AdminServer;
import dev.belay.platform.admin.Exchange;
import dev.belay.platform.admin.StatusView;
import dev.belay.platform.admin.Tokens;
import dev.belay.platform.rollout.Platform;
import dev.belay.platform.rollout.RefusedException;
import dev.belay.platform.store.StoreException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pages for people who run the platform. */
public final class Console implements AutoCloseable {
    /** Where it is on the server for operators. */
    public static final String PATH = "/console";

    static final String COOKIE = "belay-console";

    private static final Logger LOG = LoggerFactory.getLogger(Console.class);
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Sampler sampler;
    private final Sessions sessions = new Sessions(System::nanoTime);
    private final Assets assets = new Assets();
    private final Surface surface;
    private final Door door;
    private final Rollouts rollouts;
    private final Uploads uploads;
    private final Pages pages;
    private final Actions actions;

    private Console(Subject subject, Tokens tokens) {
        this.sampler = new Sampler(subject.platform(), System.nanoTime());
        this.surface = new Surface(subject);
        this.door = new Door(tokens, sessions, surface);
        var view = new StatusView(subject.platform(), subject.name(), subject.version(), subject.http());
        this.rollouts = new Rollouts(subject.platform());
        this.uploads = new Uploads(subject.platform());
        this.pages = new Pages(subject.platform(), view, sampler, rollouts, surface);
        this.actions = new Actions(subject.platform(), uploads, rollouts);
    }

    /**
     * What the pages tell of.
     *
     * @param http where requests are taken
     */
    public record Subject(Platform platform, String name, String version, String http) {}

    /** Has a server for operators answer with the console below {@link #PATH}, for those who have one of the tokens. */
    public static Console start(AdminServer server, Tokens tokens, Subject subject) {
        var console = new Console(subject, tokens);
        console.sampler.start();
        server.mount(PATH, console::handle);
        return console;
    }

    Sampler sampler() {
        return sampler;
    }

    private void handle(Exchange exchange) {
        Reply reply = answered(new Visit(exchange));
        var headers = new HashMap<>(Map.of(
                "content-type", reply.type(),
                "cache-control", "no-store",
                "content-security-policy", POLICY,
                "x-content-type-options", "nosniff",
                // Without a referrer browsers would send forms with the origin `null`, as if they were of somebody else.
                "referrer-policy", "same-origin"));
        headers.putAll(reply.headers());
        if (exchange.isSecure()) {
            headers.computeIfPresent("set-cookie", (_, cookie) -> cookie + "; Secure");
        }
        if (!exchange.method().equals("GET")) {
            exchange.discard();
        }
        exchange.send(reply.status(), headers, reply.body());
    }

    private Reply answered(Visit visit) {
        Optional<Session> session = visit.session().flatMap(sessions::find);
        try {
            return answered(visit, visit.segments(), session);
        } catch (VisitException e) {
            return failure(visit, session, e.status(), e.text());
        } catch (RefusedException e) {
            return failure(visit, session, 409, String.valueOf(e.getMessage()));
        } catch (StoreException e) {
            LOG.error("{} failed", visit.exchange().path(), e);
            return failure(visit, session, e.kind() == StoreException.Kind.DISK_FULL ? 507 : 500, String.valueOf(e.getMessage()));
        } catch (RuntimeException | IOException e) {
            LOG.error("{} failed", visit.exchange().path(), e);
            return failure(visit, session, 500, "The host failed: see its log.");
        }
    }

    private Reply failure(Visit visit, Optional<Session> session, int status, String why) {
        return visit.isPart() ? Reply.text(status, why + "\n") : surface.failure(status, why, session);
    }

    private Reply answered(Visit visit, List<String> segments, Optional<Session> session) throws IOException {
        if (!visit.isPost() && !visit.isLooking()) {
            throw new VisitException(405, "Expected GET or POST.");
        }
        if (visit.isPost() && visit.isForeign()) {
            throw new VisitException(403, "This form was sent by a page of another origin.");
        }
        if (segments.size() == 2 && segments.getFirst().equals("assets")) {
            return assets.find(segments.getLast()).orElseThrow(() -> new VisitException(404, "There is nothing here."));
        }
        if (segments.equals(List.of("login"))) {
            return visit.isPost() ? door.enter(visit.form()) : door.show();
        }
        if (session.isEmpty()) {
            return visit.isPost() ? door.showAgain() : door.send(visit);
        }
        if (!visit.isPost()) {
            return pages.show(visit, segments, session.get());
        }
        return visit.bringsFiles() ? uploaded(visit, segments, session.get()) : posted(visit, segments, session.get());
    }

    private Reply posted(Visit visit, List<String> segments, Session session) throws IOException {
        var form = visit.form();
        session.requireCsrf(form.getOrDefault("csrf", ""));
        if (segments.equals(List.of("logout"))) {
            return door.leave(session);
        }
        requireOperator(session);
        return noted(visit, actions.act(segments, form, session));
    }

    private Reply uploaded(Visit visit, List<String> segments, Session session) throws IOException {
        requireOperator(session);
        return noted(visit, actions.take(visit, segments, session));
    }

    private static void requireOperator(Session session) {
        if (!session.operator()) {
            throw new VisitException(403, "Your token may look, and change nothing.");
        }
    }

    private static Reply noted(Visit visit, Reply reply) {
        LOG.info("console: POST {}: {}", visit.exchange().path(), reply.status());
        return reply;
    }

    @Override
    public void close() {
        uploads.close();
        rollouts.close();
        sampler.close();
    }
}
