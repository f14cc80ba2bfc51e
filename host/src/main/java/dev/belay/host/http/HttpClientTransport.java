package dev.belay.host.http;

import dev.belay.wasi.http.transport.ClientExchange;
import dev.belay.wasi.http.transport.ErrorCode;
import dev.belay.wasi.http.transport.OutgoingTransport;
import dev.belay.wasi.http.transport.RequestHead;
import dev.belay.wasi.http.transport.RequestTimeouts;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.ProxyAuthenticationProtocolHandler;
import org.eclipse.jetty.client.RedirectProtocolHandler;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Sends guests' requests over HTTP/1.1. What a guest sends is sent as it is, and what comes back is given as it is: no
 * redirect is followed, nothing is decoded, no cookie is kept. Starts with the first request.
 */
public final class HttpClientTransport implements OutgoingTransport, AutoCloseable {
    private static final int MAX_THREADS = 32;
    private static final Duration LONGEST_CONNECT = Duration.ofMinutes(10);
    private static final int MAX_CONNECTIONS_PER_DESTINATION = 256;
    /** How long connections are kept that nobody uses, and twice as long what is known of where they went. */
    private static final Duration IDLE = Duration.ofSeconds(30);

    private static final Owner ALL = new Owner("", () -> {});

    private @Nullable HttpClient client;
    private boolean closed;

    @Override
    public ClientExchange send(RequestHead head, OptionalLong bodyLength, RequestTimeouts timeouts) {
        return JettyClientExchange.send(started(), ALL, head, bodyLength, timeouts);
    }

    /**
     * For one of several who send: with connections of its own, so that nobody waits for another's, and with a bound.
     *
     * @param most of its requests that are under way; one more fails with {@code connection-limit-reached}
     */
    public OutgoingTransport of(String owner, int most) {
        var room = new Semaphore(most);
        var its = new Owner(owner, room::release);
        return (head, bodyLength, timeouts) -> room.tryAcquire()
                ? sendInRoom(its, head, bodyLength, timeouts)
                : ClientExchange.failed(ErrorCode.of(ErrorCode.Kind.CONNECTION_LIMIT_REACHED));
    }

    private ClientExchange sendInRoom(Owner owner, RequestHead head, OptionalLong bodyLength, RequestTimeouts timeouts) {
        boolean begun = false;
        try {
            ClientExchange exchange = JettyClientExchange.send(started(), owner, head, bodyLength, timeouts);
            begun = true;
            return exchange;
        } finally {
            if (!begun) {
                owner.whenEnded().run();
            }
        }
    }

    /**
     * Whose a request is.
     *
     * @param name by which connections are told apart
     * @param whenEnded is called once for each that has begun
     */
    record Owner(String name, Runnable whenEnded) {}

    /** Ends requests in flight and frees the threads. */
    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            try {
                client.stop();
            } catch (Exception e) {
                LoggerFactory.getLogger(HttpClientTransport.class).warn("the HTTP client did not stop cleanly", e);
            }
        }
    }

    private synchronized HttpClient started() {
        if (closed) {
            throw new IllegalStateException("the HTTP client is closed");
        }
        if (client == null) {
            client = make();
        }
        return client;
    }

    private static HttpClient make() {
        var threads = new QueuedThreadPool(MAX_THREADS);
        threads.setName("http-client");
        threads.setDaemon(true);
        var client = new HttpClient();
        client.setExecutor(threads);
        client.setMaxConnectionsPerDestination(MAX_CONNECTIONS_PER_DESTINATION);
        client.setFollowRedirects(false);
        client.setUserAgentField(null);
        client.setDefaultRequestContentType(null);
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        // The time limits of a request are kept by its exchange; Jetty cannot connect without one of its own.
        client.setConnectTimeout(LONGEST_CONNECT.toMillis());
        client.setIdleTimeout(IDLE.toMillis());
        client.setDestinationIdleTimeout(2 * IDLE.toMillis());
        try {
            client.start();
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP client cannot be started", e);
        }
        client.getContentDecoderFactories().clear();
        client.getProtocolHandlers().remove(RedirectProtocolHandler.NAME);
        client.getProtocolHandlers().remove(WWWAuthenticationProtocolHandler.NAME);
        client.getProtocolHandlers().remove(ProxyAuthenticationProtocolHandler.NAME);
        return client;
    }
}
