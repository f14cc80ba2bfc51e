package dev.belay.host.http;

import dev.belay.wasi.http.transport.ClientExchange;
import dev.belay.wasi.http.transport.OutgoingTransport;
import dev.belay.wasi.http.transport.RequestHead;
import dev.belay.wasi.http.transport.RequestTimeouts;
import java.time.Duration;
import java.util.OptionalLong;
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

    private @Nullable HttpClient client;
    private boolean closed;

    @Override
    public ClientExchange send(RequestHead head, OptionalLong bodyLength, RequestTimeouts timeouts) {
        return JettyClientExchange.send(started(), head, bodyLength, timeouts);
    }

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
        client.setIdleTimeout(0);
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
