package dev.belay.platform.up;

import dev.belay.platform.spec.SpecJson;
import dev.belay.platform.store.Durable;
import dev.belay.platform.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How commands on the same machine find a host: a file in its directory.
 *
 * @param admin the beginning of the admin API's URLs
 * @param http of requests
 * @param token a file with the operator's token
 */
public record HostFile(String admin, String http, String token, long pid) {
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

    static void remove(Path state) {
        try {
            Files.deleteIfExists(state.resolve(NAME));
        } catch (IOException _) {
            // It says where a host was; who asks there is told that nobody answers.
        }
    }
}
