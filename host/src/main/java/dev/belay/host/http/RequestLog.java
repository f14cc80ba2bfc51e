package dev.belay.host.http;

import dev.belay.wasi.http.RequestOutcome;
import dev.belay.wasi.http.transport.RequestHead;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what went wrong. */
final class RequestLog implements RequestListener {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    /** Enough to recognise a request; a path can be as long as the headers. */
    private static final int MAX_PATH = 200;

    @Override
    public void finished(Supplier<RequestHead> request, RequestOutcome outcome, Duration took) {
        switch (outcome.result()) {
            case ANSWERED, DISCONNECTED -> {
                if (LOG.isDebugEnabled()) {
                    LOG.debug("{}", line(request.get(), outcome, took));
                }
            }
            case HOST_ERROR -> LOG.error("{}", line(request.get(), outcome, took), outcome.cause().orElse(null));
            case ERROR_CODE, NO_RESPONSE, UNFINISHED_BODY, TRAPPED, EXITED -> LOG.warn(
                    "{}", line(request.get(), outcome, took));
        }
    }

    private static String line(RequestHead request, RequestOutcome outcome, Duration took) {
        String path = request.pathWithQuery().orElse("-");
        return request.method() + " " + path.substring(0, Math.min(path.length(), MAX_PATH)) + ": "
                + outcome.status() + (outcome.complete() ? "" : " (cut off)") + " after " + took.toMillis() + " ms"
                + (outcome.message().isEmpty() ? "" : ": " + outcome.message());
    }
}
