package dev.belay.cli.dev;

import dev.belay.host.http.Destination;
import dev.belay.wasi.http.RequestOutcome;
import dev.belay.wasi.http.transport.HttpField;
import dev.belay.wasi.http.transport.RequestHead;
import dev.belay.wasi.http.transport.ResponseHead;
import dev.belay.wasi.http.transport.ServerExchange;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * Answers every request with what is to be mended: as a page to those who ask for one, else as plain text. A header says at which
 * step it got stuck, so that a client can tell it from an answer of the component.
 */
final class ErrorAnswer implements Destination {
    static final String HEADER = "belay-dev-error";
    private static final int STATUS = 500;
    private static final String HTML = "text/html";

    private final Step step;
    private final String text;

    ErrorAnswer(StepException failure) {
        this.step = failure.step();
        this.text = failure.text();
    }

    @Override
    public RequestOutcome handle(ServerExchange exchange) {
        boolean html = wantsHtml(exchange.request());
        var head = new ResponseHead(STATUS, List.of(
                HttpField.of("content-type", (html ? HTML : "text/plain") + "; charset=utf-8"),
                HttpField.of("cache-control", "no-store"),
                HttpField.of(HEADER, step.label())));
        byte[] body = (html ? page() : step.wording() + "\n\n" + text + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            exchange.respond(head).finish(body, List.of()).get();
            return outcome(RequestOutcome.Result.ANSWERED, true, "");
        } catch (ExecutionException e) {
            return outcome(RequestOutcome.Result.DISCONNECTED, false, String.valueOf(e.getMessage()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return outcome(RequestOutcome.Result.DISCONNECTED, false, "the server stopped");
        }
    }

    private static RequestOutcome outcome(RequestOutcome.Result result, boolean whole, String message) {
        return new RequestOutcome(result, STATUS, whole, message, Optional.empty(), Optional.empty());
    }

    private static boolean wantsHtml(RequestHead request) {
        return HttpField.find(request.headers(), "accept")
                .map(accept -> accept.toLowerCase(Locale.ROOT).contains(HTML))
                .orElse(false);
    }

    /** Asks again every other second: what was mended shows by itself. */
    private String page() {
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>%1$s</title>
                <style>body{font:16px sans-serif;margin:2rem}pre{font-size:14px;white-space:pre-wrap}</style></head>
                <body><h1>%1$s</h1><pre>%2$s</pre></body></html>
                """.formatted(escape(step.wording()), escape(text));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    @Override
    public void finished(Supplier<RequestHead> request, RequestOutcome outcome, Duration took) {}
}
