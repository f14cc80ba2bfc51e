package dev.belay.host.http;

import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Limits;
import dev.belay.runtime.LinkedComponent;
import dev.belay.wasi.http.HttpHandler;
import java.time.Duration;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.component.Graceful;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves HTTP/1.1 and HTTP/2 (clear text, with prior knowledge or upgraded) on one port: every request
 * in a fresh instance of a component that exports {@code wasi:http/incoming-handler}.
 */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    /** How long HTTP/2 clients that have all their responses may take to close their connections. */
    private static final long GOODBYE_MILLIS = 1_000;
    /** Requests on threads of Jetty: guests that wait are cheaper on virtual threads, so that more of them go there. */
    private static final int MAX_ON_THE_SPOT = 200;

    private final org.eclipse.jetty.server.Server server;
    private final int port;
    private final Admission admission;
    private final Http2Connections connections;
    private final Duration drain;
    private boolean stopped;

    private HttpServer(
            org.eclipse.jetty.server.Server server,
            int port,
            Admission admission,
            Http2Connections connections,
            Duration drain) {
        this.server = server;
        this.connections = connections;
        this.port = port;
        this.admission = admission;
        this.drain = drain;
    }

    /**
     * Begins to load what a server needs, on a thread of its own, and does not wait for it: for programs that will start one and
     * have something else to do before. Nothing is opened.
     */
    public static void prepare() {
        Thread.ofPlatform().daemon().name("http-prepare").start(JettyServers::load);
    }

    /**
     * @throws IllegalArgumentException if the component does not answer HTTP requests
     */
    public static Builder builder(LinkedComponent component) {
        return builder(HttpHandler.of(component));
    }

    /** For a handler of any kind. */
    public static Builder builder(HttpHandler handler) {
        return builder(Routes.to(handler));
    }

    /** For several handlers on one port. They share its limits and its instances' state. */
    public static Builder builder(Routes routes) {
        return new Builder(its -> new HandlerRouter(routes, its::stateOf, its.limits, its.listener));
    }

    /** For destinations of any kind, which have limits, state and listeners of their own. */
    public static Builder builder(Router router) {
        return new Builder(_ -> router);
    }

    /** The port it listens on: the one that was found if it was asked for port 0. */
    public int port() {
        return port;
    }

    /** How many requests run or wait now. */
    public int requests() {
        return admission.present();
    }

    /** How many connections clients hold open. */
    public int connections() {
        return Arrays.stream(server.getConnectors()).mapToInt(its -> its.getConnectedEndPoints().size()).sum();
    }

    /**
     * Stops accepting connections, waits for the requests in flight to finish (as long as the drain time), and closes
     * everything. Requests that arrive on open connections meanwhile are answered. Does nothing the second time.
     */
    public synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        Graceful.shutdown(server);
        awaitQuiet();
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("the HTTP server did not stop cleanly", e);
        }
    }

    private void awaitQuiet() {
        var empty = new CountDownLatch(1);
        admission.whenEmpty(empty::countDown);
        try {
            if (!empty.await(drain.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} requests were still in flight after {} ms and are cut off", requests(), drain.toMillis());
                return;
            }
            if (!connections.awaitNone(GOODBYE_MILLIS)) {
                LOG.debug("some HTTP/2 clients did not close their connections in time");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** Collects what a server needs. Everything has a default. */
    public static final class Builder {
        private final Function<Builder, Router> router;
        private ServerSettings settings = ServerSettings.defaults();
        private Limits limits = Limits.forRequests();
        private Supplier<InstanceState> state = InstanceState::empty;
        private final Map<HttpHandler, Supplier<InstanceState>> states = new IdentityHashMap<>();
        private RequestListener listener = RequestListener.log();

        private Builder(Function<Builder, Router> router) {
            this.router = router;
        }

        /**
         * Where to listen; 127.0.0.1:8080 by default.
         *
         * @param port 0 for any that is free
         */
        public Builder bind(String host, int port) {
            settings = settings.withAddress(host, port);
            return this;
        }

        public Builder settings(ServerSettings all) {
            settings = all;
            return this;
        }

        /** For each instance; by default {@link Limits#forRequests()}. */
        public Builder limits(Limits each) {
            limits = each;
            return this;
        }

        /** Makes the state of each instance. */
        public Builder state(Supplier<InstanceState> each) {
            state = each;
            return this;
        }

        /** Makes the state of each instance of one handler, instead of what {@link #state(Supplier)} makes for all. */
        public Builder state(HttpHandler handler, Supplier<InstanceState> each) {
            states.put(handler, each);
            return this;
        }

        private Supplier<InstanceState> stateOf(HttpHandler handler) {
            return states.getOrDefault(handler, state);
        }

        /** Is told how each request ended; by default what went wrong is logged. */
        public Builder listener(RequestListener told) {
            listener = told;
            return this;
        }

        /**
         * @throws HttpServerException if the address cannot be listened on
         */
        public HttpServer start() {
            var admission = new Admission(settings.running(), settings.waiting(), settings.patience());
            int atOnce = Math.min(settings.running(), MAX_ON_THE_SPOT);
            QueuedThreadPool threads = JettyServers.threads(atOnce);
            var standIns = new StandIns(threads);
            var onTheSpot = new OnTheSpot(standIns, atOnce);
            var dispatcher = new RequestDispatcher(router.apply(this), admission, onTheSpot);
            var server = JettyServers.make(threads, dispatcher);
            var connections = new Http2Connections();
            ServerConnector connector = JettyServers.connect(server, standIns, settings);
            connector.addBean(connections);
            try {
                server.start();
            } catch (Exception e) {
                JettyServers.stopQuietly(server);
                throw new HttpServerException(
                        "cannot listen on " + settings.host() + ":" + settings.port() + ": " + reason(e), e);
            }
            return new HttpServer(server, connector.getLocalPort(), admission, connections, settings.drain());
        }

        private static String reason(Exception e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        }
    }
}
