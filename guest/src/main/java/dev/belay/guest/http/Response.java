package dev.belay.guest.http;

import dev.belay.guest.Utf8;
import java.util.ArrayList;
import java.util.List;

/** An answer to send: a status, headers, and what writes the body. */
public record Response(int status, List<Header> headers, BodyWriter body) {
    private static final String CONTENT_TYPE = "content-type";

    public static Response of(int status) {
        return new Response(status, List.of(), out -> {});
    }

    public static Response text(int status, String text) {
        return bytes(status, "text/plain; charset=utf-8", Utf8.encode(text));
    }

    public static Response json(int status, String json) {
        return bytes(status, "application/json", Utf8.encode(json));
    }

    public static Response bytes(int status, String contentType, byte[] bytes) {
        return streaming(status, contentType, out -> out.write(bytes));
    }

    /** A body that is written while it is sent. */
    public static Response streaming(int status, String contentType, BodyWriter body) {
        return new Response(status, List.of(new Header(CONTENT_TYPE, contentType)), body);
    }

    /** The same with one more header. */
    public Response with(String name, String value) {
        var all = new ArrayList<>(headers);
        all.add(new Header(name, value));
        return new Response(status, all, body);
    }
}
