package javatour;

import dev.belay.guest.http.Request;
import dev.belay.guest.http.Response;
import dev.belay.guest.keyvalue.KeyValue;
import dev.belay.guest.keyvalue.KeyValueException;
import java.util.List;

/** {@code /bucket/NAME/KEY}: GET, HEAD, PUT, DELETE, and POST, which counts up; {@code /bucket/NAME} lists. */
final class Buckets {
    private static final int MOST_BYTES = 100_000;
    private static final int MOST_KEYS = 5_000;

    private Buckets() {}

    static Response handle(String[] path, Request request) {
        if (path.length < 2) {
            return Response.text(400, "expected /bucket/NAME/KEY\n");
        }
        try (KeyValue bucket = KeyValue.open(path[1])) {
            return path.length == 2 ? list(bucket, request) : one(bucket, path[2], request);
        } catch (KeyValueException e) {
            return Response.text(409, e.getMessage() + "\n");
        }
    }

    private static Response list(KeyValue bucket, Request request) {
        List<String> keys = bucket.keys(MOST_KEYS);
        return request.query().isEmpty()
                ? Response.text(200, keys.size() + " keys\n")
                : Response.text(200, bucket.getAll(List.of(request.query().get(), "none")).keySet() + "\n");
    }

    private static Response one(KeyValue bucket, String key, Request request) {
        return switch (request.method()) {
            case "PUT" -> {
                bucket.set(key, request.bytes(MOST_BYTES));
                yield Response.of(204);
            }
            case "DELETE" -> {
                bucket.delete(key);
                yield Response.of(204);
            }
            case "POST" -> Response.text(200, bucket.increment(key, Long.parseLong(request.text(20))) + "\n");
            case "HEAD" -> Response.of(bucket.exists(key) ? 200 : 404);
            default -> bucket.text(key).map(text -> Response.text(200, text)).orElse(Response.of(404));
        };
    }
}
