package dev.belay.guest.http;

import dev.belay.guest.Result;
import dev.belay.guest.wasi.http.Types;
import java.io.IOException;
import java.util.Optional;

/** Sends responses. */
final class Answer {
    private Answer() {}

    static void send(Response response, Types.ResponseOutparam to) {
        var outgoing = new Types.OutgoingResponse(Headers.fields(response.headers()));
        outgoing.setStatusCode(response.status());
        Types.OutgoingBody body = outgoing.body().orElseThrow();
        Types.ResponseOutparam.set(to, Result.ok(outgoing));
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
        Types.OutgoingBody.finish(body, Optional.empty());
    }
}
