package dev.belay.cli;

import dev.belay.host.http.HostPort;
import dev.belay.host.http.ServerSettings;
import dev.belay.host.messaging.MessagingSettings;
import dev.belay.host.messaging.NatsBus;
import dev.belay.host.messaging.NatsException;
import dev.belay.host.messaging.NatsSettings;
import dev.belay.runtime.Limits;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Where a server listens, and how much it does at a time. */
final class ServerOptions {
    private static final HostPort DEFAULT_ADDRESS = new HostPort(ListenAddress.DEFAULT_HOST, 8080);

    @Option(names = "--http", paramLabel = "HOST:PORT", converter = ListenAddress.class,
            description = "Where to listen; port 0 for any that is free. Default: 127.0.0.1:8080.")
    private Optional<HostPort> http = Optional.empty();

    @Option(names = "--nats", paramLabel = "URL", converter = NatsUrl.class,
            description = "Exchange messages by NATS, such as nats://127.0.0.1:4222. Default: within the process.")
    private Optional<NatsSettings> nats = Optional.empty();

    @Option(names = "--concurrency", paramLabel = "N", converter = Count.class,
            description = "How many requests, and how many messages, to handle at a time. Default: 1000.")
    private Optional<Integer> concurrency = Optional.empty();

    @Mixin
    private final LimitOptions limits = new LimitOptions();

    Optional<HostPort> http() {
        return http;
    }

    ServerSettings httpSettings() {
        var settings = ServerSettings.defaults().withAddress(http.orElse(DEFAULT_ADDRESS));
        return concurrency.map(n -> settings.withConcurrency(n, settings.waiting())).orElse(settings);
    }

    MessagingSettings messagingSettings() {
        var settings = MessagingSettings.defaults();
        return concurrency.map(settings::withRunning).orElse(settings);
    }

    /** How the URL of the server begins, given the port it found. */
    String url(int port) {
        return http.orElse(DEFAULT_ADDRESS).withPort(port).url(false);
    }

    Limits limits() {
        return limits(Limits.forRequests());
    }

    /** What the options say, over other defaults than those of requests. */
    Limits limits(Limits defaults) {
        return limits.over(defaults);
    }

    Optional<NatsSettings> nats() {
        return nats;
    }

    /**
     * @throws Failure if no server can be reached
     */
    static NatsBus connect(NatsSettings settings) {
        try {
            return NatsBus.connect(settings);
        } catch (NatsException e) {
            throw new Failure(ErrorReport.message(e));
        }
    }

    static final class NatsUrl implements ITypeConverter<NatsSettings> {
        @Override
        public NatsSettings convert(String text) {
            try {
                return NatsSettings.of(text.split(",", -1));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(ErrorReport.message(e));
            }
        }
    }

    static final class Count implements ITypeConverter<Integer> {
        private static final int MOST = 1_000_000;

        @Override
        public Integer convert(String text) {
            if (!text.matches("[0-9]{1,7}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
                throw new TypeConversionException("expected a number from 1 to " + MOST + ", found '" + text + "'");
            }
            return Integer.parseInt(text);
        }
    }
}
