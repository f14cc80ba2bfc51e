package dev.belay.host.http;

import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Limits;
import dev.belay.wasi.http.HttpHandler;
import dev.belay.wasi.http.RequestOutcome;
import dev.belay.wasi.http.transport.ErrorCode;
import dev.belay.wasi.http.transport.HttpException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Runs requests whose body is there, or that have none, on the thread of Jetty that found them. Those that have to wait, for
 * their body or for their turn, get virtual threads of their own.
 */
final class RequestDispatcher extends Handler.Abstract {
    private static final String RETRY_AFTER_SECONDS = "1";

    private final Routes routes;
    private final Admission admission;
    private final OnTheSpot onTheSpot;
    private final Supplier<InstanceState> state;
    private final Limits limits;
    private final RequestListener listener;
    private final ThreadFactory threads = Thread.ofVirtual().name("http-", 0).factory();

    RequestDispatcher(
            Routes routes,
            Admission admission,
            OnTheSpot onTheSpot,
            Supplier<InstanceState> state,
            Limits limits,
            RequestListener listener) {
        this.routes = routes;
        this.admission = admission;
        this.onTheSpot = onTheSpot;
        this.state = state;
        this.limits = limits;
        this.listener = listener;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = request.getHttpURI().getPath();
        Optional<HttpHandler> handler = routes.find(path == null ? "" : path);
        if (handler.isEmpty()) {
            answer(HttpStatus.NOT_FOUND_404, routes.known(), response, callback);
        } else if (admission.enter()) {
            dispatch(handler.get(), new JettyServerExchange(request, response), callback);
        } else {
            refuse(response, callback);
        }
        return true;
    }

    private void dispatch(HttpHandler handler, JettyServerExchange exchange, Callback callback) {
        Runnable turn = () -> run(handler, exchange, callback);
        if (!exchange.isWhole() || !admission.runNow(() -> onTheSpot.tryRun(exchange, turn))) {
            threads.newThread(() -> waitAndRun(turn, exchange, callback)).start();
        }
    }

    private void waitAndRun(Runnable turn, JettyServerExchange exchange, Callback callback) {
        try {
            if (!admission.run(turn)) {
                admission.leave();
                refuse(exchange.response(), callback);
            }
        } catch (InterruptedException e) {
            admission.leave();
            callback.failed(e);
        }
    }

    /** Whoever runs it has entered, and leaves by this. */
    private void run(HttpHandler handler, JettyServerExchange exchange, Callback callback) {
        try {
            RequestOutcome outcome = handler.handle(exchange, state.get(), limits);
            listener.finished(exchange::request, outcome, exchange.took());
        } catch (RuntimeException | Error failure) {
            exchange.abort(ErrorCode.internal(failure.getClass().getSimpleName()));
            throw failure;
        } finally {
            try {
                end(exchange, callback);
            } finally {
                admission.leave();
            }
        }
    }

    private static void end(JettyServerExchange exchange, Callback callback) {
        Optional<ErrorCode> aborted = exchange.aborted();
        if (aborted.isPresent()) {
            callback.failed(new HttpException(aborted.get()));
        } else {
            callback.succeeded();
        }
    }

    private static void refuse(Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_AFTER_SECONDS);
        answer(
                HttpStatus.SERVICE_UNAVAILABLE_503,
                "too many requests at once: try again later\n",
                response,
                callback);
    }

    private static void answer(int status, String text, Response response, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        response.write(true, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), callback);
    }
}
