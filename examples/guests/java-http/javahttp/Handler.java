package javahttp;

import dev.belay.guest.http.Header;
import dev.belay.guest.http.HttpHandler;
import dev.belay.guest.http.Request;
import dev.belay.guest.http.Response;

/** An HTTP handler in Java with the paths of http-echo: {@code /info}, and {@code /echo} in constant memory. */
public final class Handler implements HttpHandler {
    @Override
    public Response handle(Request request) {
        return switch (request.path()) {
            case "/info" -> Response.text(200, info(request));
            case "/echo" -> Response.streaming(200, "application/octet-stream", out -> request.body().transferTo(out));
            default -> Response.text(404, "nothing at " + request.path() + "; there are /info and /echo\n");
        };
    }

    private static String info(Request request) {
        var text = new StringBuilder();
        text.append("method: ").append(request.method()).append("\ntarget: ").append(request.target()).append('\n');
        for (Header header : request.headers()) {
            text.append("header: ").append(header.name()).append(": ").append(header.value()).append('\n');
        }
        return text.toString();
    }
}
