package dev.belay.host.messaging;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How to reach NATS.
 *
 * @param urls of servers of one cluster, such as {@code nats://127.0.0.1:4222} or {@code tls://user:password@host:4222}
 * @param connect how long the first connection may take
 * @param reconnectWait between attempts to connect again; they go on until the bus is closed
 * @param reconnectBytes published while there is no connection, kept until there is one; beyond them publishing is an error
 * @param waitingMessages of one subscription: beyond them messages are dropped, and a warning is logged
 * @param waitingBytes of one subscription's messages together
 * @param drain how long closing waits for what is under way
 * @param credentials a file of NATS's with a user's token and key
 * @param authority a file with certificates (PEM), of which one has to have signed the server's; the JVM's own are not taken then
 */
public record NatsSettings(
        List<String> urls,
        Duration connect,
        Duration reconnectWait,
        long reconnectBytes,
        int waitingMessages,
        long waitingBytes,
        Duration drain,
        Optional<Path> credentials,
        Optional<Path> authority) {
    private static final Set<String> SCHEMES = Set.of("nats", "tls");

    /**
     * @throws IllegalArgumentException if there is no URL, or one is none of NATS
     */
    public NatsSettings {
        urls = List.copyOf(urls);
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("expected the URL of a NATS server, found none");
        }
        urls.forEach(NatsSettings::requireUrl);
    }

    /** 5 s to connect; 1 s between attempts to do so again, 8 MiB kept meanwhile; 65,536 messages and 64 MiB wait; 30 s to drain. */
    public static NatsSettings of(String... urls) {
        return new NatsSettings(
                List.of(urls),
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                8L << 20,
                65_536,
                64L << 20,
                Duration.ofSeconds(30),
                Optional.empty(),
                Optional.empty());
    }

    public NatsSettings withCredentials(Path file) {
        return new NatsSettings(
                urls, connect, reconnectWait, reconnectBytes, waitingMessages, waitingBytes, drain, Optional.of(file), authority);
    }

    public NatsSettings withAuthority(Path file) {
        return new NatsSettings(
                urls, connect, reconnectWait, reconnectBytes, waitingMessages, waitingBytes, drain, credentials, Optional.of(file));
    }

    public NatsSettings withConnect(Duration atMost) {
        return new NatsSettings(urls, atMost, reconnectWait, reconnectBytes, waitingMessages, waitingBytes, drain, credentials, authority);
    }

    public NatsSettings withReconnect(Duration wait, long bytes) {
        return new NatsSettings(urls, connect, wait, bytes, waitingMessages, waitingBytes, drain, credentials, authority);
    }

    public NatsSettings withWaiting(int messages, long bytes) {
        return new NatsSettings(urls, connect, reconnectWait, reconnectBytes, messages, bytes, drain, credentials, authority);
    }

    public NatsSettings withDrain(Duration time) {
        return new NatsSettings(urls, connect, reconnectWait, reconnectBytes, waitingMessages, waitingBytes, time, credentials, authority);
    }

    /** The servers, without users and passwords. */
    String shown() {
        return urls.stream().map(NatsSettings::withoutUser).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return shown();
    }

    private static void requireUrl(String url) {
        try {
            URI uri = new URI(url);
            if (uri.getScheme() != null && SCHEMES.contains(uri.getScheme()) && uri.getHost() != null) {
                return;
            }
        } catch (URISyntaxException _) {
            // Said below, without a password that may be in the URL.
        }
        throw new IllegalArgumentException(
                "expected a URL such as nats://127.0.0.1:4222 or tls://host:4222, found '" + withoutUser(url) + "'");
    }

    private static String withoutUser(String url) {
        int user = url.indexOf("://") < 0 ? 0 : url.indexOf("://") + 3;
        int host = url.lastIndexOf('@');
        return host < user ? url : url.substring(0, user) + url.substring(host + 1);
    }
}
