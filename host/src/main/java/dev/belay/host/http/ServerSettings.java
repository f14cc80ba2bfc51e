package dev.belay.host.http;

import dev.belay.host.tls.ServerIdentity;
import java.time.Duration;
import java.util.Optional;

/**
 * How a server treats its clients.
 *
 * @param host name or address to listen on
 * @param port 0 to 65535; 0 for any that is free
 * @param running how many requests run at a time
 * @param waiting how many more wait for their turn; beyond them a client gets status 503
 * @param patience how long a request waits for its turn before it gets status 503
 * @param headerBytes of a request's headers and its first line together; beyond them a client gets status 431 or 414
 * @param idle how long a connection may do nothing
 * @param drain how long a stop waits for requests in flight
 * @param tls who the server is, if it speaks TLS and nothing else
 */
public record ServerSettings(
        String host,
        int port,
        int running,
        int waiting,
        Duration patience,
        int headerBytes,
        Duration idle,
        Duration drain,
        Optional<ServerIdentity> tls) {
    private static final int MAX_PORT = 65_535;

    public ServerSettings {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("expected a port from 0 to 65535, found " + port);
        }
        if (running < 1 || waiting < 0 || headerBytes < 1) {
            throw new IllegalArgumentException(
                    "expected 1 or more requests to run, 0 or more to wait and 1 or more bytes of headers");
        }
    }

    /**
     * 127.0.0.1:8080; 1,000 requests run and 1,000 wait for at most 10 s; 16 KiB of headers; connections idle for 30 s;
     * 30 s to drain.
     */
    public static ServerSettings defaults() {
        return new ServerSettings(
                "127.0.0.1",
                8080,
                1_000,
                1_000,
                Duration.ofSeconds(10),
                16 << 10,
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                Optional.empty());
    }

    public ServerSettings withAddress(HostPort address) {
        return withAddress(address.host(), address.port());
    }

    public ServerSettings withAddress(String itsHost, int itsPort) {
        return new ServerSettings(itsHost, itsPort, running, waiting, patience, headerBytes, idle, drain, tls);
    }

    public ServerSettings withConcurrency(int atATime, int inLine) {
        return new ServerSettings(host, port, atATime, inLine, patience, headerBytes, idle, drain, tls);
    }

    public ServerSettings withPatience(Duration inLine) {
        return new ServerSettings(host, port, running, waiting, inLine, headerBytes, idle, drain, tls);
    }

    public ServerSettings withDrain(Duration time) {
        return new ServerSettings(host, port, running, waiting, patience, headerBytes, idle, time, tls);
    }

    public ServerSettings withTls(ServerIdentity identity) {
        return new ServerSettings(host, port, running, waiting, patience, headerBytes, idle, drain, Optional.of(identity));
    }
}
