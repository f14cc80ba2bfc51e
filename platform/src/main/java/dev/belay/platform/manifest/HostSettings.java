package dev.belay.platform.manifest;

import dev.belay.host.http.HostPort;
import dev.belay.platform.spec.SecretSource;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What concerns the host rather than one application: changing it takes a restart.
 *
 * @param name of the platform
 * @param tls who it is for those who send requests; clear text without
 * @param state the directory of what the host keeps
 * @param keptChanges how many of the last changes one can go back to
 * @param nats URLs of servers; messages stay within the process if there are none
 * @param credentials of a user of NATS
 * @param authority whose certificates the servers of NATS have
 * @param tracing no request is followed without
 */
public record HostSettings(
        String name,
        HostPort http,
        int concurrency,
        Duration drain,
        Optional<Tls> tls,
        Admin admin,
        Path state,
        int keptChanges,
        List<String> nats,
        Optional<Path> credentials,
        Optional<Path> authority,
        Optional<Tracing> tracing) {
    public HostSettings {
        nats = List.copyOf(nats);
    }

    /**
     * Which requests are followed.
     *
     * @param endpoint of a collector that takes OTLP's JSON
     * @param sample the share of those that nobody follows already, from 0 to 1
     */
    public record Tracing(URI endpoint, double sample) {}

    /**
     * Who a server is, in files.
     *
     * @param certificate in PEM, with those that vouch for it behind it, and
     * @param key in PEM; or
     * @param pkcs12 with both, and
     * @param password of that
     */
    public record Tls(Optional<Path> certificate, Optional<Path> key, Optional<Path> pkcs12, Optional<SecretSource> password) {}

    /**
     * The server for operators.
     *
     * @param unix a socket in the file system, instead of an address
     * @param token of operators; made by the host if there is none
     * @param readToken of those who may only look; nobody if there is none
     */
    public record Admin(
            HostPort address,
            Optional<Path> unix,
            Optional<Tls> tls,
            Optional<SecretSource> token,
            Optional<SecretSource> readToken) {}
}
