package dev.belay.guest.http;

import dev.belay.guest.Uncaught;
import dev.belay.guest.wasi.http.IncomingHandler;
import dev.belay.guest.wasi.http.Types;

/** Answers requests. A request whose handling throws before there is an answer is answered with 500. */
public interface HttpHandler extends IncomingHandler {
    Response handle(Request request);

    /** What the component exports. */
    @Override
    default void handle(Types.IncomingRequest request, Types.ResponseOutparam responseOut) {
        var incoming = new Request(request);
        Response response;
        try {
            response = handle(incoming);
        } catch (RuntimeException e) {
            Uncaught.tell(e);
            response = Response.text(500, "the request could not be handled\n");
        }
        Answer.send(response, responseOut);
        incoming.close();
    }
}
