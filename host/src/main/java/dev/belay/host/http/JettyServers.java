package dev.belay.host.http;

import java.util.concurrent.Executor;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.AbstractHTTP2ServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.LoggerFactory;

/** Jetty as we want it. */
final class JettyServers {
    /** For accepting, and for what Jetty does beside requests. */
    private static final int THREADS_OF_JETTY = 24;

    /** Guests call deeply. Only what they use of it is taken. */
    private static final long STACK_BYTES = 8 << 20;

    /** More connections than this wait in the kernel when many clients begin at once. */
    private static final int ACCEPT_QUEUE = 1_024;

    /** Requests at a time on one HTTP/2 connection. */
    private static final int MAX_STREAMS = 256;

    private JettyServers() {}

    /** Selectors run requests themselves, so that there is one for each processor. */
    private static final int SELECTORS = Runtime.getRuntime().availableProcessors();

    private static final int IDLE_MILLIS = 60_000;

    /** @param requests how many of them may run on these threads */
    static QueuedThreadPool threads(int requests) {
        int others = SELECTORS + THREADS_OF_JETTY;
        var threads = new QueuedThreadPool(
                others + requests, SELECTORS + 1, IDLE_MILLIS, -1, null, null, JettyServers::thread);
        threads.setDaemon(true);
        return threads;
    }

    private static Thread thread(Runnable task) {
        return Thread.ofPlatform().name("http-io").daemon().stackSize(STACK_BYTES).unstarted(task);
    }

    static Server make(QueuedThreadPool threads, Handler handler) {
        var server = new Server(threads);
        server.setHandler(handler);
        server.setErrorHandler(new PlainErrors());
        server.setStopAtShutdown(false);
        return server;
    }

    static ServerConnector connect(Server server, StandIns standIns, ServerSettings settings) {
        var config = new HttpConfiguration();
        config.setSendServerVersion(false);
        config.setSendXPoweredBy(false);
        config.setSendDateHeader(true);
        config.setRequestHeaderSize(settings.headerBytes());
        // What a path means is for the guest to say: it gets it as it came.
        config.setUriCompliance(UriCompliance.UNSAFE);
        config.setIdleTimeout(-1);
        ConnectionFactory[] protocols = settings.tls().map(tls -> Tls.protocols(tls, config)).orElseGet(() -> clear(config));
        var connector = new ServerConnector(server, 1, SELECTORS, protocols) {
            @Override
            protected SelectorManager newSelectorManager(Executor executor, Scheduler scheduler, int selectors) {
                return new ServerConnectorManager(standIns, scheduler, selectors);
            }
        };
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        connector.setIdleTimeout(settings.idle().toMillis());
        connector.setShutdownIdleTimeout(settings.drain().toMillis());
        server.addConnector(connector);
        return connector;
    }

    private static ConnectionFactory[] clear(HttpConfiguration config) {
        return new ConnectionFactory[] {
            new HttpConnectionFactory(config), withStreams(new HTTP2CServerConnectionFactory(config))
        };
    }

    static AbstractHTTP2ServerConnectionFactory withStreams(AbstractHTTP2ServerConnectionFactory http2) {
        http2.setMaxConcurrentStreams(MAX_STREAMS);
        return http2;
    }

    /** Makes a server that is never started: most of what starting one takes is to load classes that are large when first used. */
    static void load() {
        QueuedThreadPool threads = threads(1);
        connect(make(threads, new Handler.Abstract.NonBlocking() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                return false;
            }
        }), new StandIns(threads), ServerSettings.defaults());
    }

    static void stopQuietly(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            LoggerFactory.getLogger(HttpServer.class).debug("stopping a server that did not start", e);
        }
    }
}
