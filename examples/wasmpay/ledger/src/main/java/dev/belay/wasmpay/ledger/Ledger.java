package dev.belay.wasmpay.ledger;

import java.util.concurrent.Executors;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A running ledger. */
final class Ledger implements AutoCloseable {
    /** How long a connection may say nothing. */
    private static final long IDLE_MILLIS = 30_000;
    /** How long requests in flight may take when it stops. */
    private static final long STOP_MILLIS = 5_000;

    private final Server server;
    private final Database database;
    private final int port;

    private Ledger(Server server, Database database, int port) {
        this.server = server;
        this.database = database;
        this.port = port;
    }

    /**
     * Serves a database, which is closed with it.
     *
     * @param port 0 for any
     */
    static Ledger serve(Database database, String host, int port) {
        var threads = new QueuedThreadPool();
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var server = new Server(threads);
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        var connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        server.setHandler(new LedgerHandler(new Api(database)));
        server.setStopTimeout(STOP_MILLIS);
        try {
            server.start();
        } catch (Exception e) {
            database.close();
            throw new IllegalStateException("cannot listen on " + host + ":" + port + ": " + e.getMessage(), e);
        }
        return new Ledger(server, database, connector.getLocalPort());
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the ledger's server did not stop", e);
        } finally {
            database.close();
        }
    }
}
