package dev.belay.host.http;

import dev.belay.wasi.http.RequestOutcome;
import dev.belay.wasi.http.transport.RequestHead;
import java.time.Duration;
import java.util.function.Supplier;

/** Is told how each request ended: for logs and metrics. Called on the request's thread; must not throw. */
@FunctionalInterface
public interface RequestListener {
    /** Logs guests' failures as warnings, the host's own as errors, and everything else for debugging only. */
    static RequestListener log() {
        return new RequestLog();
    }

    /**
     * @param request made when it is asked for, which has to be during this call
     * @param took from the moment the request was accepted to the end of the response
     */
    void finished(Supplier<RequestHead> request, RequestOutcome outcome, Duration took);
}
