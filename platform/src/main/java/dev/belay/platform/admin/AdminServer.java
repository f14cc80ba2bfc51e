package dev.belay.platform.admin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.belay.platform.rollout.Platform;
import dev.belay.platform.rollout.RefusedException;
import dev.belay.platform.store.StoreException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server for operators, apart from that for requests: it answers when that one is full. All but the health of the host
 * needs a token.
 */
public final class AdminServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AdminServer.class);
    private static final int BACKLOG = 64;
    private static final int GRACE_SECONDS = 1;

    static {
        // Otherwise answers wait for the client to acknowledge their heads.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final Tokens tokens;
    private final Api api;
    private final Supplier<Answer> metrics;
    private final Supplier<Optional<String>> notReady;

    private AdminServer(
            HttpServer server, ExecutorService threads, Tokens tokens, Api api, Supplier<Answer> metrics,
            Supplier<Optional<String>> notReady) {
        this.server = server;
        this.threads = threads;
        this.tokens = tokens;
        this.api = api;
        this.metrics = metrics;
        this.notReady = notReady;
    }

    /**
     * What the server tells of.
     *
     * @param http where requests are taken
     * @param stop ends the host; must not wait
     * @param notReady why the host cannot take requests now, if it cannot
     */
    public record Subject(
            Platform platform, String name, String version, String http, Runnable stop, Supplier<Optional<String>> notReady) {}

    /**
     * @param port 0 for any that is free
     * @throws IOException if the address cannot be listened on
     */
    public static AdminServer start(String host, int port, Tokens tokens, Subject subject) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(host, port), BACKLOG);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        var view = new StatusView(subject.platform(), subject.name(), subject.version(), subject.http());
        var metrics = new MetricsView(subject.platform());
        var admin = new AdminServer(
                server, threads, tokens, new Api(subject.platform(), view, subject.stop()), metrics::answer, subject.notReady());
        server.createContext("/", admin::handle);
        server.start();
        return admin;
    }

    /** Has something else answer below a path. Whom it lets in is its own affair. */
    public void mount(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        long start = System.nanoTime();
        var request = new Request(exchange);
        try (exchange) {
            Answer answer = answered(request);
            exchange.getResponseHeaders().set("content-type", answer.type());
            exchange.getResponseHeaders().set("cache-control", "no-store");
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            if (answer.body().length > 0) {
                exchange.getResponseBody().write(answer.body());
            }
            if (!Api.isReading(request)) {
                LOG.info("{} {}: {} after {} ms", request.method(), request.path(), answer.status(),
                        Duration.ofNanos(System.nanoTime() - start).toMillis());
            }
        }
    }

    private Answer answered(Request request) throws IOException {
        try {
            return switch (request.path()) {
                case "/healthz" -> Answer.text(200, "ok\n");
                case "/readyz" -> notReady.get()
                        .map(why -> Answer.text(503, why + "\n"))
                        .orElseGet(() -> Answer.text(200, "ok\n"));
                default -> allowed(request);
            };
        } catch (AnswerException e) {
            return failure(e.status(), e);
        } catch (RefusedException e) {
            return failure(409, e);
        } catch (StoreException e) {
            LOG.error("{} {} failed", request.method(), request.path(), e);
            return failure(e.kind() == StoreException.Kind.DISK_FULL ? 507 : 500, e);
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", request.method(), request.path(), e);
            return Answer.json(500, new Messages.Failure("the host failed: see its log"));
        }
    }

    private Answer allowed(Request request) throws IOException {
        return switch (tokens.role(request.header("authorization"))) {
            case NOBODY -> throw new AnswerException(401, "expected the header Authorization: Bearer TOKEN with a token of this host");
            case READER -> {
                if (!Api.isReading(request)) {
                    throw new AnswerException(403, "this token may look, and change nothing");
                }
                yield permitted(request);
            }
            case OPERATOR -> permitted(request);
        };
    }

    private Answer permitted(Request request) throws IOException {
        return request.path().equals("/metrics") ? metrics.get() : api.answer(request);
    }

    private static Answer failure(int status, RuntimeException e) {
        return Answer.json(status, new Messages.Failure(String.valueOf(e.getMessage())));
    }

    @Override
    public void close() {
        server.stop(GRACE_SECONDS);
        threads.shutdownNow();
    }
}
