package dev.belay.platform.admin;

import dev.belay.platform.spec.Digest;
import dev.belay.platform.spec.SpecJson;
import dev.belay.platform.store.BlobSource;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks a host. Thread-safe. */
public final class AdminClient implements AutoCloseable {
    private static final int UNPROCESSABLE = 422;
    private static final int LAST_GOOD = 299;
    private static final String JSON = "application/json";
    private static final String BYTES = "application/octet-stream";

    private final AdminConnection connection;
    private final String token;

    /** @param token sent with each request; the host says what it lets one do */
    public AdminClient(AdminTarget target, String token) {
        this.connection = new AdminConnection(target);
        this.token = token;
    }

    /**
     * @param type of the answer
     * @throws AdminException if the host says no, or nothing
     */
    public <T> T get(String path, Map<String, String> query, Class<T> type) {
        String encoded = query.entrySet().stream()
                .map(its -> its.getKey() + "=" + URLEncoder.encode(its.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return read(send("GET", path + (encoded.isEmpty() ? "" : "?" + encoded), Optional.empty()), type);
    }

    /** As {@link #get}, with a body. An outcome that is no success is an answer, too. */
    public <T> T post(String path, Object body, Class<T> type) {
        return read(send("POST", path, Optional.of(SpecJson.bytes(body))), type);
    }

    /** Gives the host what it does not have of some bytes. */
    public void upload(Collection<Digest> digests, BlobSource source) {
        List<Digest> missing =
                post("/v1/blobs/missing", new Messages.BlobList(List.copyOf(digests)), Messages.BlobList.class).digests();
        for (Digest digest : missing) {
            read(send("PUT", "/v1/blobs/" + digest, Optional.of(source.get(digest))), Object.class);
        }
    }

    private AdminConnection.Said send(String method, String path, Optional<byte[]> body) {
        return connection.send(method, path, token, method.equals("PUT") ? BYTES : JSON, body);
    }

    private static <T> T read(AdminConnection.Said response, Class<T> type) {
        if (response.status() <= LAST_GOOD || response.status() == UNPROCESSABLE) {
            return SpecJson.read(response.body(), type);
        }
        String why;
        try {
            why = SpecJson.read(response.body(), Messages.Failure.class).error();
        } catch (IllegalArgumentException _) {
            why = "the host answered with status " + response.status();
        }
        throw new AdminException(why, Optional.of(response.status()), null);
    }

    @Override
    public void close() {
        connection.close();
    }
}
