package javatour;

import dev.belay.guest.config.Config;
import dev.belay.guest.http.HttpHandler;
import dev.belay.guest.http.Request;
import dev.belay.guest.http.Response;
import dev.belay.guest.logging.Log;
import dev.belay.guest.wasi.logging.Logging.Level;
import java.util.ArrayList;

/** Shows, by its paths, each thing that a component in Java can do. */
public final class Tour implements HttpHandler {
    private static final Log LOG = Log.of("tour");

    @Override
    public Response handle(Request request) {
        String[] path = parts(request.path());
        return switch (path[0]) {
            case "info" -> Response.text(200, request.method() + " " + request.target() + "\n");
            case "echo" -> Response.streaming(200, "application/octet-stream", out -> request.body().transferTo(out));
            case "get", "send", "relay" -> Elsewhere.handle(path[0], request);
            case "bucket" -> Buckets.handle(path, request);
            case "publish", "request" -> Subjects.handle(path[0], request);
            case "config" -> path.length > 1
                    ? Config.get(path[1]).map(value -> Response.text(200, value)).orElse(Response.text(404, "no such value\n"))
                    : Response.text(200, String.join(",", Config.all().keySet()));
            case "log" -> log(request);
            case "fail" -> throw new IllegalStateException("asked to fail", new java.io.IOException("and why"));
            case "trap" -> throw new AssertionError("asked to trap");
            default -> Response.text(404, "nothing at " + request.path() + "\n");
        };
    }

    /** By hand: {@code String.split} brings regular expressions, which are larger than all of this. */
    private static String[] parts(String path) {
        var parts = new ArrayList<String>();
        int from = 1;
        for (int slash = path.indexOf('/', from); slash >= 0; slash = path.indexOf('/', from)) {
            parts.add(path.substring(from, slash));
            from = slash + 1;
        }
        parts.add(path.substring(from));
        return parts.toArray(new String[0]);
    }

    private static Response log(Request request) {
        String text = request.text(10_000);
        LOG.debug(() -> {
            throw new IllegalStateException("worded though it is not logged");
        });
        LOG.about("details").from(Level.TRACE).trace(() -> "says " + text);
        LOG.warn(text);
        LOG.error("failed", new IllegalArgumentException(text));
        return Response.of(204);
    }
}
