package dev.belay.host.http;

import dev.belay.wasi.http.RequestOutcome;
import dev.belay.wasi.http.transport.ErrorCode;
import dev.belay.wasi.http.transport.HttpException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
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

    private final Router router;
    private final Admission admission;
    private final OnTheSpot onTheSpot;
    private final ThreadFactory threads = Thread.ofVirtual().name("http-", 0).factory();

    /** @param admission for all that is answered here together */
    RequestDispatcher(Router router, Admission admission, OnTheSpot onTheSpot) {
        this.router = router;
        this.admission = admission;
        this.onTheSpot = onTheSpot;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Optional<? extends Destination> found = router.route(new JettyRequestLine(request));
        if (found.isEmpty()) {
            answer(HttpStatus.NOT_FOUND_404, router.nothingHere(), response, callback);
            return true;
        }
        Destination destination = found.get();
        Admission its = destination.admission().orElse(admission);
        var exchange = new JettyServerExchange(request, response);
        if (enter(its)) {
            dispatch(destination, its, exchange, callback);
        } else {
            refuse(destination, exchange, callback);
        }
        return true;
    }

    private boolean enter(Admission its) {
        if (!admission.enter()) {
            return false;
        }
        if (its != admission && !its.enter()) {
            admission.leave();
            return false;
        }
        return true;
    }

    private void leave(Admission its) {
        if (its != admission) {
            its.leave();
        }
        admission.leave();
    }

    private void dispatch(Destination to, Admission its, JettyServerExchange exchange, Callback callback) {
        Runnable turn = () -> run(to, its, exchange, callback);
        if (!exchange.isWhole() || !its.runNow(() -> onTheSpot.tryRun(exchange, turn))) {
            threads.newThread(() -> waitAndRun(turn, to, its, exchange, callback)).start();
        }
    }

    private void waitAndRun(
            Runnable turn, Destination to, Admission its, JettyServerExchange exchange, Callback callback) {
        try {
            if (!its.run(turn)) {
                leave(its);
                refuse(to, exchange, callback);
            }
        } catch (InterruptedException e) {
            leave(its);
            callback.failed(e);
        }
    }

    /** Whoever runs it has entered, and leaves by this. */
    private void run(Destination to, Admission its, JettyServerExchange exchange, Callback callback) {
        try {
            RequestOutcome outcome = to.handle(exchange);
            to.finished(exchange::request, outcome, exchange.took());
        } catch (RuntimeException | Error failure) {
            exchange.abort(ErrorCode.internal(failure.getClass().getSimpleName()));
            throw failure;
        } finally {
            try {
                end(exchange, callback);
            } finally {
                leave(its);
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

    private static void refuse(Destination by, JettyServerExchange exchange, Callback callback) {
        by.refused(exchange::request, exchange.took());
        Response response = exchange.response();
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
