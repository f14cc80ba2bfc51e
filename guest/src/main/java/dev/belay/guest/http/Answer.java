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
        boolean whole = false;
        try (var out = new BodyOutput(body.write().orElseThrow())) {
            writer.write(out);
            whole = true;
        } catch (IOException e) {
            // Nobody is there to be told.
        }
        if (whole) {
            Sending.finish(body);
        } else {
            body.close();
        }
    }
}
