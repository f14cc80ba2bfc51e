package dev.belay.platform.up;

import dev.belay.platform.admin.AdminTarget;
import dev.belay.platform.spec.SpecJson;
import dev.belay.platform.store.Durable;
import dev.belay.platform.store.StoreException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How commands on the same machine find a host: a file in its directory.
 *
 * @param admin the beginning of the admin API's URLs, or {@code unix:} and a path
 * @param http of requests
 * @param token a file with the operator's token
 * @param certificate a file with the certificate of the admin API, if it has one
 */
public record HostFile(String admin, String http, String token, Optional<String> certificate, long pid) {
    /** In the host's directory: what commands on this machine know the host by, if it speaks TLS. */
    static final String CERTIFICATE = "admin.pem";

    private static final String NAME = "host.json";

    void write(Path state) {
        Durable.write(state.resolve(NAME), SpecJson.bytes(this), true);
    }

    /**
     * @throws StoreException if there is none, or it cannot be read
     */
    public static HostFile read(Path state) {
        Path file = state.resolve(NAME);
        try {
            return SpecJson.read(Files.readAllBytes(file), HostFile.class);
        } catch (IOException e) {
            throw Durable.failed(file, e);
        } catch (IllegalArgumentException e) {
            throw new StoreException(StoreException.Kind.CORRUPT, file, String.valueOf(e.getMessage()), e);
        }
    }

    /** Where to ask. */
    public AdminTarget target() {
        return certificate
                .<AdminTarget>map(file -> new AdminTarget.Network(URI.create(admin), Optional.of(Path.of(file)), true))
                .orElseGet(() -> AdminTarget.parse(admin, Optional.empty()));
    }

    static void remove(Path state) {
        try {
            Files.deleteIfExists(state.resolve(NAME));
        } catch (IOException _) {
            // It says where a host was; who asks there is told that nobody answers.
        }
    }
}
