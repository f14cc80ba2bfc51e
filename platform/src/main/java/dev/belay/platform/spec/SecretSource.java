package dev.belay.platform.spec;

import java.util.Optional;

/**
 * Where a secret is read when an application is loaded. The secret itself is kept nowhere.
 *
 * @param file an absolute path on the host
 * @param variable of the host's environment
 */
public record SecretSource(Optional<String> file, Optional<String> variable) {}
