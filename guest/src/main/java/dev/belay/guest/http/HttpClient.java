package dev.belay.guest.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Sends requests. The world imports {@code wasi:http/outgoing-handler@0.2.3}. */
public final class HttpClient {
    /** What is about one connection only, and what the client says itself. */
    private static final Set<String> OF_CONNECTION = Set.of(
            "connection", "content-length", "host", "http2-settings", "keep-alive", "proxy-connection", "te", "trailer",
            "transfer-encoding", "upgrade");

    private HttpClient() {}

    /** @throws IOException if there is no such host, or no connection */
    public static Reply get(String url) throws IOException {
        return send("GET", url, List.of(), out -> {});
    }

    /**
     * Sends a request, its body included, and waits for the head of the answer. A server that answers while the body comes has to
     * read on meanwhile; {@link #relay} reads its answer at the same time.
     *
     * @param url {@code http://} or {@code https://}, then the authority and the target
     * @throws IOException if there is no such host, or no connection
     * @throws IllegalArgumentException if it is no such URL
     */
    public static Reply send(String method, String url, List<Header> headers, BodyWriter body) throws IOException {
        try (Sent sent = Sent.to(method, url, headers)) {
            Answer.write(body, sent.body());
            return sent.reply();
        }
    }

    /**
     * Sends a request on and answers with what comes back, both bodies as they come, at the same time. Headers that are about one
     * connection only are left out.
     *
     * @param url where to; nothing of the request's own target is added
     * @throws IOException if there is no such host, or no connection, or it is lost before there is an answer: the message says
     *     of which server
     * @throws IllegalArgumentException if it is no such URL
     */
    public static Response relay(Request request, String url) throws IOException {
        var relay = new Relay(request.input().stream(), Sent.to(request.method(), url, ofMessage(request.headers())));
        try {
            Reply reply = relay.head();
            return new Response(reply.status(), ofMessage(reply.headers()), out -> {
                try (relay; reply) {
                    relay.copy(reply, out);
                }
            });
        } catch (IOException | RuntimeException e) {
            relay.close();
            throw e;
        }
    }

    private static List<Header> ofMessage(List<Header> headers) {
        var kept = new ArrayList<Header>();
        for (Header each : headers) {
            if (!OF_CONNECTION.contains(each.name().toLowerCase(Locale.ROOT))) {
                kept.add(each);
            }
        }
        return kept;
    }
}
