package dev.belay.platform.admin;

import dev.belay.platform.cleanup.StoreCleaner;
import dev.belay.platform.rollout.Platform;
import dev.belay.platform.rollout.RefusedException;
import dev.belay.platform.store.StoreException;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server for operators, apart from that for requests: it answers when that one is full. All but the health of the host
 * needs a token.
 */
public final class AdminServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AdminServer.class);
    /** For answers under way: whoever asked that the host stops is to hear that it does. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final long LOOK_NANOS = 1_000_000;
    private static final int UNAUTHORIZED = 401;

    private final Tokens tokens;
    private final Api api;
    private final Supplier<Answer> metrics;
    private final Supplier<Optional<String>> notReady;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final Listener listener;

    private AdminServer(AdminAddress address, Tokens tokens, Subject subject) throws IOException {
        var view = new StatusView(subject.platform(), subject.name(), subject.version(), subject.http());
        this.tokens = tokens;
        this.api = new Api(subject.platform(), subject.cleaner(), view, subject.stop());
        this.metrics = new MetricsView(subject.platform())::answer;
        this.notReady = subject.notReady();
        this.listener = Listener.start(address, new Handler.Abstract.NonBlocking() {
            @Override
            public boolean handle(org.eclipse.jetty.server.Request request, Response response, Callback callback) {
                return begin(request, response, callback);
            }
        });
    }

    /**
     * What the server tells of.
     *
     * @param http where requests are taken
     * @param stop ends the host; must not wait
     * @param notReady why the host cannot take requests now, if it cannot
     */
    public record Subject(
            Platform platform,
            StoreCleaner cleaner,
            String name,
            String version,
            String http,
            Runnable stop,
            Supplier<Optional<String>> notReady) {}

    /** Answers requests. */
    @FunctionalInterface
    public interface Page {
        void handle(Exchange exchange) throws IOException;
    }

    /**
     * @throws IOException if the address cannot be listened on
     */
    public static AdminServer start(AdminAddress address, Tokens tokens, Subject subject) throws IOException {
        return new AdminServer(address, tokens, subject);
    }

    /** Has something else answer at a path and below it. Whom it lets in is its own affair. */
    public void mount(String path, Page page) {
        pages.put(path, page);
    }

    /** Where to ask: a URL, or {@code unix:} and a path. */
    public String url() {
        return listener.url();
    }

    /** A change takes as long as it takes: nothing comes over the connection meanwhile. */
    private boolean begin(org.eclipse.jetty.server.Request request, Response response, Callback callback) {
        request.addIdleTimeoutListener(_ -> false);
        underWay.incrementAndGet();
        var exchange = new Exchange(request, response, Callback.from(callback, underWay::decrementAndGet));
        Thread.ofVirtual().name("admin").start(() -> {
            try {
                page(exchange.path()).handle(exchange);
            } catch (IOException | RuntimeException | Error e) {
                LOG.debug("{} {} failed", exchange.method(), exchange.path(), e);
                exchange.fail(e);
            }
        });
        return true;
    }

    private Page page(String path) {
        return pages.entrySet().stream()
                .filter(page -> path.equals(page.getKey()) || path.startsWith(page.getKey() + "/"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(this::handle);
    }

    private void handle(Exchange exchange) throws IOException {
        long start = System.nanoTime();
        var request = new Request(exchange);
        Answer answer = answered(request);
        var headers = new HashMap<>(Map.of("content-type", answer.type(), "cache-control", "no-store"));
        if (answer.status() == UNAUTHORIZED) {
            headers.put("www-authenticate", "Bearer");
        }
        exchange.send(answer.status(), headers, answer.body());
        if (!Api.isReading(request)) {
            LOG.info("{} {}: {} after {} ms", exchange.method(), exchange.path(), answer.status(),
                    Duration.ofNanos(System.nanoTime() - start).toMillis());
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
            case NOBODY -> throw new AnswerException(UNAUTHORIZED, "expected the header Authorization: Bearer TOKEN with a token of this host");
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
        long end = System.nanoTime() + GRACE.toNanos();
        while (underWay.get() > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        listener.close();
    }
}
