package dev.belay.host.http;

import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.LoggerFactory;

/** Jetty as we want it. */
final class JettyServers {
    /** Jetty's threads only move bytes; guests run elsewhere. */
    private static final int MIN_THREADS = 4;

    private static final int MAX_THREADS = 32;

    /** More connections than this wait in the kernel when many clients begin at once. */
    private static final int ACCEPT_QUEUE = 1_024;

    /** Requests at a time on one HTTP/2 connection. */
    private static final int MAX_STREAMS = 256;

    private JettyServers() {}

    static Server make(Handler handler) {
        var threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
        threads.setName("http-io");
        threads.setDaemon(true);
        var server = new Server(threads);
        server.setHandler(handler);
        server.setErrorHandler(new PlainErrors());
        server.setStopAtShutdown(false);
        return server;
    }

    static ServerConnector connect(Server server, ServerSettings settings) {
        var config = new HttpConfiguration();
        config.setSendServerVersion(false);
        config.setSendXPoweredBy(false);
        config.setSendDateHeader(true);
        config.setRequestHeaderSize(settings.headerBytes());
        // What a path means is for the guest to say: it gets it as it came.
        config.setUriCompliance(UriCompliance.UNSAFE);
        config.setIdleTimeout(-1);
        var http2 = new HTTP2CServerConnectionFactory(config);
        http2.setMaxConcurrentStreams(MAX_STREAMS);
        var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(config), http2);
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        connector.setIdleTimeout(settings.idle().toMillis());
        connector.setShutdownIdleTimeout(settings.drain().toMillis());
        server.addConnector(connector);
        return connector;
    }

    static void stopQuietly(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            LoggerFactory.getLogger(HttpServer.class).debug("stopping a server that did not start", e);
        }
    }
}
