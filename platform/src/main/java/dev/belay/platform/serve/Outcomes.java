package dev.belay.platform.serve;

import dev.belay.wasi.http.RequestOutcome;
import dev.belay.wasi.http.transport.HttpField;
import dev.belay.wasi.http.transport.ResponseHead;
import dev.belay.wasi.http.transport.ServerExchange;
import dev.belay.wasi.io.Turn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** How requests end. */
final class Outcomes {
    private Outcomes() {}

    /** Whether it is not the client's doing that it has no good answer. */
    static boolean isFailure(RequestOutcome outcome) {
        return switch (outcome.result()) {
            case ANSWERED -> outcome.status() >= 500;
            case DISCONNECTED -> false;
            case ERROR_CODE, NO_RESPONSE, UNFINISHED_BODY, TRAPPED, EXITED, HOST_ERROR -> true;
        };
    }

    /** Answers in the application's place. */
    static RequestOutcome answer(ServerExchange exchange, int status, String text, HttpField... more) {
        var headers = new ArrayList<HttpField>(List.of(more));
        headers.add(HttpField.of("content-type", "text/plain; charset=utf-8"));
        boolean sent = await(exchange.respond(new ResponseHead(status, headers))
                .finish(text.getBytes(StandardCharsets.UTF_8), List.of()));
        return new RequestOutcome(
                RequestOutcome.Result.ANSWERED, status, sent, "", Optional.empty(), Optional.empty());
    }

    /** Whether it was sent. */
    static boolean await(CompletableFuture<Void> sent) {
        try {
            Turn.yieldFor(sent);
            return true;
        } catch (ExecutionException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
