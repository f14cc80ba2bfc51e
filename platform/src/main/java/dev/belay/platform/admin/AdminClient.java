package dev.belay.platform.admin;

import dev.belay.platform.spec.Digest;
import dev.belay.platform.spec.SpecJson;
import dev.belay.platform.store.BlobSource;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks a host. Thread-safe. */
public final class AdminClient implements AutoCloseable {
    private static final int UNPROCESSABLE = 422;
    private static final int LAST_GOOD = 299;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI base;
    private final String token;

    /** @param base such as {@code http://127.0.0.1:9090} */
    public AdminClient(URI base, String token) {
        this.base = base;
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
        return read(send(request(path + (encoded.isEmpty() ? "" : "?" + encoded)).GET().build()), type);
    }

    /** As {@link #get}, with a body. An outcome that is no success is an answer, too. */
    public <T> T post(String path, Object body, Class<T> type) {
        return read(
                send(request(path)
                        .header("content-type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(SpecJson.bytes(body)))
                        .build()),
                type);
    }

    /** Gives the host what it does not have of some bytes. */
    public void upload(Collection<Digest> digests, BlobSource source) {
        List<Digest> missing =
                post("/v1/blobs/missing", new Messages.BlobList(List.copyOf(digests)), Messages.BlobList.class).digests();
        for (Digest digest : missing) {
            read(
                    send(request("/v1/blobs/" + digest)
                            .PUT(HttpRequest.BodyPublishers.ofByteArray(source.get(digest)))
                            .build()),
                    Object.class);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("authorization", "Bearer " + token);
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (ConnectException e) {
            throw new AdminException("no host answers at " + base + ": start one with `belay up`", Optional.empty(), e);
        } catch (IOException e) {
            throw new AdminException("the host at " + base + " does not answer: " + e.getMessage(), Optional.empty(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AdminException("interrupted", Optional.empty(), e);
        }
    }

    private static <T> T read(HttpResponse<byte[]> response, Class<T> type) {
        if (response.statusCode() <= LAST_GOOD || response.statusCode() == UNPROCESSABLE) {
            return SpecJson.read(response.body(), type);
        }
        String why;
        try {
            why = SpecJson.read(response.body(), Messages.Failure.class).error();
        } catch (IllegalArgumentException _) {
            why = "the host answered with status " + response.statusCode();
        }
        throw new AdminException(why, Optional.of(response.statusCode()), null);
    }

    @Override
    public void close() {
        http.close();
    }
}
