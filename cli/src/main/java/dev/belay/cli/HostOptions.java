package dev.belay.cli;

import dev.belay.host.http.HttpClientTransport;
import dev.belay.runtime.InstanceState;
import dev.belay.wasi.WasiContext;
import dev.belay.wasi.http.HttpState;
import dev.belay.wasi.http.OutgoingPolicy;
import dev.belay.wasi.keyvalue.KeyValueStore;
import dev.belay.wasi.messaging.MessageBus;
import dev.belay.wasi.messaging.MessagingState;
import dev.belay.wasi.messaging.SubjectPattern;
import dev.belay.wasi.messaging.SubjectPolicy;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What the instances of a server are given: grants, and where they may send requests and messages. */
final class HostOptions {
    @Mixin
    private final Grants grants = new Grants();

    @Option(names = "--allow-host", paramLabel = "HOST[:PORT]", converter = HostPattern.class,
            description = "Allow HTTP requests to a host: api.example.com, *.example.com, or * for all.")
    private List<String> hosts = List.of();

    @Option(names = "--publish", paramLabel = "PATTERN", converter = SubjectText.class,
            description = "Allow messages to subjects: payments.created, payments.*, payments.>.")
    private List<String> subjects = List.of();

    Grants grants() {
        return grants;
    }

    /**
     * Makes the state of an instance, each anew. stdout and stderr of instances are those of the server.
     *
     * @param bus for what they publish
     * @param buckets where those that are granted are kept
     */
    Supplier<InstanceState> states(Streams streams, HttpClientTransport client, Optional<? extends MessageBus> bus, KeyValueStore buckets) {
        return states(streams, client, bus, buckets, hosts, subjects);
    }

    /** The same, with other hosts and subjects than the options name. */
    Supplier<InstanceState> states(
            Streams streams,
            HttpClientTransport client,
            Optional<? extends MessageBus> bus,
            KeyValueStore buckets,
            List<String> hosts,
            List<String> subjects) {
        var http = hosts.isEmpty()
                ? HttpState.denied()
                : HttpState.denied().withOutgoing(OutgoingPolicy.allow(hosts), client);
        var policy = SubjectPolicy.allow(subjects);
        var messaging = bus.map(b -> MessagingState.denied().withBus(b, policy)).orElse(MessagingState.denied());
        var context = grants.context(streams).build();
        var shared = grants.state(streams, buckets)
                .with(HttpState.class, http)
                .with(MessagingState.class, messaging);
        return () -> shared.with(WasiContext.class, context.another());
    }

    static final class HostPattern implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            return checked(text, () -> OutgoingPolicy.allow(List.of(text)));
        }
    }

    static final class SubjectText implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            return checked(text, () -> SubjectPattern.parse(text));
        }
    }

    private static String checked(String text, Supplier<Object> parse) {
        try {
            parse.get();
            return text;
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(ErrorReport.message(e));
        }
    }
}
