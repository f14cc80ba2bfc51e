package dev.belay.cli;

import dev.belay.host.http.HttpClientTransport;
import dev.belay.host.http.HttpServer;
import dev.belay.host.http.HttpServerException;
import dev.belay.host.http.Router;
import dev.belay.host.http.Routes;
import dev.belay.host.messaging.Broker;
import dev.belay.host.messaging.MessagingServer;
import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Limits;
import dev.belay.wasi.http.HttpHandler;
import dev.belay.wasi.messaging.BusException;
import dev.belay.wasi.messaging.MessageHandler;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The servers of one command, with what they share; they stop in the reverse of the order in which they started. */
final class Servers implements AutoCloseable {
    private final ServerOptions options;
    private final Supplier<InstanceState> states;
    private final Deque<Runnable> stops = new ArrayDeque<>();
    private final Broker broker;
    private final HttpClientTransport client = new HttpClientTransport();
    private final HostOptions host;
    private final Streams streams;

    Servers(ServerOptions options, HostOptions host, Streams streams) {
        this.options = options;
        stops.push(client::close);
        this.broker = options.nats().map(nats -> Broker.of(ServerOptions.connect(nats))).orElseGet(Broker::local);
        stops.push(broker::close);
        this.states = host.states(streams, client, Optional.of(broker.bus()), broker.buckets());
        this.host = host;
        this.streams = streams;
    }

    /** Stops something after all servers. */
    void stopLast(LedgerProcess process) {
        stops.addLast(process::close);
    }

    /**
     * The state of instances that may send requests to where a URL goes, and messages on some subjects, whatever the options say
     * of others.
     */
    Supplier<InstanceState> reaching(String url, String subjects) {
        return host.states(streams, client, Optional.of(broker.bus()), broker.buckets(), List.of(URI.create(url).getAuthority()), List.of(subjects));
    }

    /** As {@link #serveHttp(Routes, Map)}, for handlers whose instances have the same state. */
    String serveHttp(Routes routes) {
        return serveHttp(routes, Map.of());
    }

    /**
     * @param others the state of the instances of handlers that is not that of all
     * @return the beginning of its URLs: {@code http://HOST:PORT}
     * @throws Failure if it cannot listen there
     */
    String serveHttp(Routes routes, Map<HttpHandler, Supplier<InstanceState>> others) {
        var builder = HttpServer.builder(routes).limits(options.limits()).state(states);
        others.forEach(builder::state);
        return serve(builder);
    }

    /** The same, for whoever has limits and state of its own. */
    String serveHttp(Router router) {
        return serve(HttpServer.builder(router));
    }

    /** The state of instances, as the options say. */
    Supplier<InstanceState> states() {
        return states;
    }

    private String serve(HttpServer.Builder builder) {
        try {
            HttpServer server = builder.settings(options.httpSettings()).start();
            stops.push(server::stop);
            return options.url(server.port());
        } catch (HttpServerException e) {
            throw new Failure(ErrorReport.message(e));
        }
    }

    /** As {@link #serveMessages(MessageHandler, List, Optional, Limits)}, with the limits of requests. */
    void serveMessages(MessageHandler handler, List<String> subjects, Optional<String> queueGroup) {
        serveMessages(handler, subjects, queueGroup, Limits.forRequests());
    }

    /**
     * @param limits where no option says otherwise
     * @throws Failure if the bus cannot
     */
    void serveMessages(MessageHandler handler, List<String> subjects, Optional<String> queueGroup, Limits limits) {
        var server = MessagingServer.builder(handler)
                .bus(broker.bus())
                .settings(options.messagingSettings())
                .limits(options.limits(limits))
                .state(states);
        try {
            subjects.forEach(subject -> server.subscribe(subject, queueGroup));
            stops.push(server.start()::stop);
        } catch (BusException | IllegalArgumentException e) {
            throw new Failure(ErrorReport.message(e));
        }
    }

    /** Where messages come from, for people. */
    String busName() {
        return options.nats().map(nats -> "NATS at " + nats).orElse("the bus within this process");
    }

    @Override
    public void close() {
        while (!stops.isEmpty()) {
            stops.pop().run();
        }
    }
}
