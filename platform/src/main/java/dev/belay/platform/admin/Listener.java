package dev.belay.platform.admin;

import dev.belay.host.http.HostPort;
import dev.belay.host.tls.JettyTls;
import dev.belay.host.tls.ServerIdentity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.unixdomain.server.UnixDomainServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes connections of operators, and has a handler answer what comes over them. */
final class Listener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final int BACKLOG = 64;
    private static final Duration IDLE = Duration.ofSeconds(60);
    /** Only what Jetty itself does runs on them. */
    private static final int THREADS = 16;
    private static final int KEPT_THREADS = 3;

    private final Server server;
    private final String url;
    private final Optional<UnixSocket> socket;

    private Listener(Server server, String url, Optional<UnixSocket> socket) {
        this.server = server;
        this.url = url;
        this.socket = socket;
    }

    /**
     * @throws IOException if the address cannot be listened on
     */
    static Listener start(AdminAddress address, Handler handler) throws IOException {
        var threads = new QueuedThreadPool(THREADS, KEPT_THREADS);
        threads.setName("admin-io");
        threads.setDaemon(true);
        var server = new Server(threads);
        server.setHandler(handler);
        server.setErrorHandler((_, response, callback) -> {
            response.write(true, null, callback);
            return true;
        });
        return switch (address) {
            case AdminAddress.Network network -> start(server, network);
            case AdminAddress.Unix(Path path) -> start(server, path);
        };
    }

    private static Listener start(Server server, AdminAddress.Network address) throws IOException {
        var connector = new ServerConnector(server, 1, 1, address.tls().map(Listener::encrypted).orElseGet(Listener::clear));
        connector.setHost(address.host());
        connector.setPort(address.port());
        connector.setAcceptQueueSize(BACKLOG);
        var asked = new HostPort(address.host(), address.port());
        begin(server, connector, asked.toString());
        String url = asked.withPort(connector.getLocalPort()).url(address.tls().isPresent());
        return new Listener(server, url, Optional.empty());
    }

    private static Listener start(Server server, Path path) throws IOException {
        UnixSocket socket = UnixSocket.prepare(path);
        try {
            var connector = new UnixDomainServerConnector(server, 1, 1, clear());
            connector.setUnixDomainPath(socket.made());
            connector.setAcceptQueueSize(BACKLOG);
            begin(server, connector, path.toString());
            try {
                socket.publish();
            } catch (IOException e) {
                stop(server);
                throw e;
            }
        } finally {
            socket.clean();
        }
        return new Listener(server, "unix:" + path.toAbsolutePath(), Optional.of(socket));
    }

    private static ConnectionFactory[] clear() {
        return new ConnectionFactory[] {new HttpConnectionFactory(configuration())};
    }

    private static ConnectionFactory[] encrypted(ServerIdentity identity) {
        var http = new HttpConnectionFactory(JettyTls.secure(configuration()));
        return new ConnectionFactory[] {JettyTls.before(http.getProtocol(), identity), http};
    }

    private static HttpConfiguration configuration() {
        var config = new HttpConfiguration();
        config.setSendServerVersion(false);
        config.setSendXPoweredBy(false);
        // What a path means is for whom it is for to say.
        config.setUriCompliance(UriCompliance.UNSAFE);
        return config;
    }

    private static void begin(Server server, AbstractConnector connector, String where) throws IOException {
        connector.setIdleTimeout(IDLE.toMillis());
        server.addConnector(connector);
        try {
            server.start();
        } catch (Exception e) {
            stop(server);
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IOException("the admin API cannot listen on " + where + ": " + cause.getMessage(), e);
        }
    }

    /** Where to ask: a URL, or {@code unix:} and a path. */
    String url() {
        return url;
    }

    @Override
    public void close() {
        socket.ifPresent(UnixSocket::remove);
        stop(server);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("the server for operators did not stop cleanly", e);
        }
    }
}
