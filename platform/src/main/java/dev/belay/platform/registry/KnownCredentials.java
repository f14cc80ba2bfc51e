package dev.belay.platform.registry;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Asks for a host's credentials once, however many components are wanted of it: a helper may have to ask a person. Thread-safe. */
final class KnownCredentials implements CredentialSource {
    private final CredentialSource source;
    private final Map<String, Found> known = new ConcurrentHashMap<>();

    KnownCredentials(CredentialSource source) {
        this.source = source;
    }

    /** What came of asking. */
    private record Found(Optional<Credentials> credentials, Optional<RegistryException> failure) {}

    @Override
    public Optional<Credentials> of(String host) {
        Found found = known.computeIfAbsent(host, this::asked);
        if (found.failure().isPresent()) {
            throw found.failure().get();
        }
        return found.credentials();
    }

    private Found asked(String host) {
        try {
            return new Found(source.of(host), Optional.empty());
        } catch (RegistryException e) {
            return new Found(Optional.empty(), Optional.of(e));
        }
    }
}
