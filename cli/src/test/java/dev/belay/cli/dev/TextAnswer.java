package dev.belay.cli.dev;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.belay.host.http.Destination;
import dev.belay.wasi.http.RequestOutcome;
import dev.belay.wasi.http.transport.RequestHead;
import dev.belay.wasi.http.transport.ResponseHead;
import dev.belay.wasi.http.transport.ServerExchange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers with a text, after something else. */
record TextAnswer(String text, Runnable before) implements Destination {
    @Override
    public RequestOutcome handle(ServerExchange exchange) {
        before.run();
        exchange.respond(new ResponseHead(200, List.of())).finish(text.getBytes(UTF_8), List.of()).join();
        return new RequestOutcome(RequestOutcome.Result.ANSWERED, 200, true, "", Optional.empty(), Optional.empty());
    }

    @Override
    public void finished(Supplier<RequestHead> request, RequestOutcome outcome, Duration took) {}
}
