package javatour;

import dev.belay.guest.http.Header;
import dev.belay.guest.http.HttpClient;
import dev.belay.guest.http.Reply;
import dev.belay.guest.http.Request;
import dev.belay.guest.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Asks other servers: the query of the request is the URL. */
final class Elsewhere {
    private static final byte[] PIECE = new byte[10_000];

    private Elsewhere() {}

    static Response handle(String how, Request request) {
        String url = request.query().orElse("");
        try {
            return switch (how) {
                case "get" -> get(url);
                case "send" -> send(url);
                default -> HttpClient.relay(request, url).with("x-relayed", "yes");
            };
        } catch (IOException e) {
            return Response.text(502, e.getMessage() + "\n");
        } catch (IllegalArgumentException e) {
            return Response.text(400, e.getMessage() + "\n");
        }
    }

    private static Response get(String url) throws IOException {
        Reply reply = HttpClient.get(url);
        String type = reply.header("Content-Type").orElse("application/octet-stream");
        return Response.streaming(reply.status(), type, out -> {
            try (reply) {
                reply.body().transferTo(out);
            }
        });
    }

    /** Sends 10 MB and says how many came back. */
    private static Response send(String url) throws IOException {
        var headers = List.of(new Header("content-type", "application/octet-stream"));
        try (Reply reply = HttpClient.send("POST", url, headers, out -> {
            for (int i = 0; i < 1_000; i++) {
                out.write(PIECE);
            }
        })) {
            return Response.text(reply.status(), "got " + count(reply.body()) + "\n");
        }
    }

    private static long count(InputStream in) throws IOException {
        byte[] piece = new byte[16 << 10];
        long count = 0;
        for (int got = in.read(piece); got >= 0; got = in.read(piece)) {
            count += got;
        }
        return count;
    }
}
