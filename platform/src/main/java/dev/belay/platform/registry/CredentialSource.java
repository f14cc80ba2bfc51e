package dev.belay.platform.registry;

import java.util.Optional;

/** Knows who the user is to registries. */
@FunctionalInterface
interface CredentialSource {
    /**
     * @param host with its port, as in a reference
     * @throws RegistryException if there may be some, and they cannot be read
     */
    Optional<Credentials> of(String host);
}
