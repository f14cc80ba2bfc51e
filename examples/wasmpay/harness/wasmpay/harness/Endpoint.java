package wasmpay.harness;

import dev.belay.guest.Utf8;
import dev.belay.guest.http.HttpHandler;
import dev.belay.guest.http.Request;
import dev.belay.guest.http.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The contract over HTTP. */
public final class Endpoint implements HttpHandler {
    private static final String TRIGGER = "http";
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int PIECE = 4 << 10;
    /** Bytes that are read of a body that is too long: whoever still sends may not hear an answer. */
    private static final int MAX_READ = 2 << 20;

    @Override
    public Response handle(Request request) {
        Answer answer = Judge.answer(TRIGGER, () -> body(request));
        byte[] json = Utf8.encode(answer.json());
        Response response = Response.bytes(answer.status(), "application/json", json)
                .with("content-length", Integer.toString(json.length));
        return answer.status() == NOT_ALLOWED ? response.with("allow", "POST") : response;
    }

    private static byte[] body(Request request) throws RefusedException {
        if (!request.path().endsWith("/validate")) {
            throw new RefusedException(NOT_FOUND, "nothing at " + request.path() + "; transactions go to /validate");
        }
        if (!request.method().equals("POST")) {
            throw new RefusedException(NOT_ALLOWED, "expected POST, found " + request.method());
        }
        var all = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        int total = 0;
        try {
            InputStream in = request.body();
            for (int count = in.read(piece); count >= 0 && total <= MAX_READ; count = in.read(piece)) {
                total += count;
                if (total <= Judge.MAX_BODY) {
                    all.write(piece, 0, count);
                }
            }
        } catch (IOException e) {
            throw new RefusedException(BAD_REQUEST, "the body broke off: " + e.getMessage());
        }
        if (total > Judge.MAX_BODY) {
            throw Judge.tooLarge();
        }
        return all.toByteArray();
    }
}
