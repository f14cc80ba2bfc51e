package dev.belay.platform.registry;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** How registries are used. Immutable. */
public final class RegistrySettings {
    /** It may have to ask a person. */
    private static final Duration HELPER = Duration.ofSeconds(60);

    private final All all;

    private RegistrySettings(All all) {
        this.all = all;
    }

    /**
     * @param authority a file of certificates (PEM) to trust; the JVM's own if there is none
     * @param cache a directory for what was fetched; nothing is kept without
     * @param inClearText which registries are asked without TLS
     */
    record All(
            CredentialSource credentials,
            Optional<Path> authority,
            Optional<Path> cache,
            Transfers transfers,
            Patience patience,
            Predicate<Reference> inClearText) {}

    /**
     * As other tools have it: credentials of {@code docker login}, and authorities in the file that {@code $SSL_CERT_FILE} names.
     *
     * @param home the user's directory
     */
    public static RegistrySettings of(Map<String, String> environment, Path home) {
        String authority = environment.getOrDefault("SSL_CERT_FILE", "");
        return new RegistrySettings(new All(
                DockerConfig.of(environment, home, HELPER),
                authority.isEmpty() ? Optional.empty() : Optional.of(Path.of(authority)),
                Optional.empty(),
                Transfers.unwatched(),
                Patience.usual(),
                Reference::isLoopback));
    }

    /** @param directory for what was fetched, so that it need not be again */
    public RegistrySettings withCache(Path directory) {
        return new RegistrySettings(new All(
                all.credentials, all.authority, Optional.of(directory), all.transfers, all.patience, all.inClearText));
    }

    /** @param watching is told how far each transfer is */
    public RegistrySettings withTransfers(Transfers watching) {
        return new RegistrySettings(new All(all.credentials, all.authority, all.cache, watching, all.patience, all.inClearText));
    }

    RegistrySettings withPatience(Patience other) {
        return new RegistrySettings(new All(all.credentials, all.authority, all.cache, all.transfers, other, all.inClearText));
    }

    /** With TLS wherever the registry is. */
    RegistrySettings withTls() {
        return new RegistrySettings(new All(all.credentials, all.authority, all.cache, all.transfers, all.patience, _ -> false));
    }

    All all() {
        return all;
    }
}
