package dev.belay.platform.manifest;

import dev.belay.platform.spec.SecretSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What concerns the host rather than one application: changing it takes a restart.
 *
 * @param name of the platform
 * @param state the directory of what the host keeps
 * @param token of operators; made by the host if there is none
 * @param readToken of those who may only look; nobody if there is none
 * @param nats URLs of servers; messages stay within the process if there are none
 * @param credentials of a user of NATS
 * @param authority whose certificates the servers of NATS have
 */
public record HostSettings(
        String name,
        Address http,
        int concurrency,
        Duration drain,
        Address admin,
        Path state,
        Optional<SecretSource> token,
        Optional<SecretSource> readToken,
        List<String> nats,
        Optional<Path> credentials,
        Optional<Path> authority) {
    public HostSettings {
        nats = List.copyOf(nats);
    }

    /**
     * @param host a name or address, without brackets
     * @param port 0 for any that is free
     */
    public record Address(String host, int port) {
        static Address parse(String text) {
            int colon = text.lastIndexOf(':');
            String host = text.substring(0, colon);
            return new Address(
                    host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
                    Integer.parseInt(text.substring(colon + 1)));
        }
    }
}
