package dev.belay.wasmpay.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HTTP around {@link Api}. */
final class LedgerHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerHandler.class);
    /** Bytes of a request's body. An order takes a few hundred. */
    private static final int MAX_BODY = 64 << 10;
    /** Bytes of a body that is too large that are read before it is said. */
    private static final int MAX_READ = 4 << 20;

    private final Api api;

    LedgerHandler(Api api) {
        this.api = api;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var answer = answer(request);
        response.setStatus(answer.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.write(true, ByteBuffer.wrap(answer.json()), callback);
        return true;
    }

    private Api.Response answer(Request request) {
        try {
            var uri = request.getHttpURI();
            return api.answer(new Api.Request(
                    request.getMethod(),
                    uri.getDecodedPath(),
                    Optional.ofNullable(uri.getQuery()).orElse(""),
                    Optional.ofNullable(request.getHeaders().get("Idempotency-Key")),
                    body(request)));
        } catch (Refusal e) {
            return new Api.Response(e.kind().status, Answers.error(String.valueOf(e.getMessage())));
        } catch (DatabaseException e) {
            LOG.error("a request failed", e);
            return new Api.Response(503, Answers.error("the database is not available; nothing was changed"));
        } catch (RuntimeException | IOException e) {
            LOG.error("a request failed", e);
            return new Api.Response(500, Answers.error("the request failed; nothing was changed"));
        }
    }

    private static byte[] body(Request request) throws IOException {
        try (var in = Content.Source.asInputStream(request)) {
            byte[] body = in.readNBytes(MAX_BODY + 1);
            if (body.length > MAX_BODY) {
                // A client that is still sending when the connection is closed may never see the answer.
                in.skip(MAX_READ);
                throw tooLarge();
            }
            return body;
        }
    }

    private static Refusal tooLarge() {
        return Refusal.of(Refusal.Kind.TOO_LARGE, "expected a body of at most " + MAX_BODY + " bytes");
    }
}
