package javatour;

import dev.belay.guest.Result;
import dev.belay.guest.Unit;
import dev.belay.guest.http.Request;
import dev.belay.guest.http.Response;
import dev.belay.guest.messaging.Messages;
import java.nio.charset.StandardCharsets;

/** Sends the body as a message: the query of the request is the subject. */
final class Subjects {
    private static final int MOST_BYTES = 100_000;
    private static final long PATIENCE_MILLIS = 20_000;

    private Subjects() {}

    static Response handle(String how, Request request) {
        String subject = request.query().orElse("");
        byte[] body = request.bytes(MOST_BYTES);
        if (how.equals("publish")) {
            Result<Unit, String> sent = Messages.publish(subject, body);
            return sent.failure().map(why -> Response.text(502, why + "\n")).orElse(Response.of(204));
        }
        Result<byte[], String> answer = Messages.request(subject, body, PATIENCE_MILLIS);
        return answer.failure().map(why -> Response.text(502, why + "\n"))
                .orElseGet(() -> Response.text(200, new String(answer.orElseThrow(), StandardCharsets.UTF_8)));
    }
}
