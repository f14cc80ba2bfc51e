package dev.belay.guest.http;

import dev.belay.guest.wasi.http.Sending;
import dev.belay.guest.wasi.http.Types;
import java.io.IOException;

/** Sends responses. */
final class Answer {
    private Answer() {}

    static void send(Response response, Types.ResponseOutparam to) {
        var outgoing = new Types.OutgoingResponse(Headers.fields(response.headers()));
        outgoing.setStatusCode(response.status());
        Types.OutgoingBody body = outgoing.body().orElseThrow();
        Sending.set(to, outgoing);
        write(response.body(), body);
    }

    /** Writes a body to its end; if the other side leaves, what is left goes nowhere, and the body is not finished. */
    static void write(BodyWriter writer, Types.OutgoingBody body) {
        var out = new BodyOutput(body.write().orElseThrow());
        try {
            writer.write(out);
        } catch (IOException e) {
            out.close();
            body.close();
            return;
        }
        out.close();
        Sending.finish(body);
    }
}
