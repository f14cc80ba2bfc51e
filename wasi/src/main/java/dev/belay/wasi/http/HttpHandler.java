package dev.belay.wasi.http;

import dev.belay.runtime.Component;
import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Limits;
import dev.belay.runtime.LinkedComponent;
import dev.belay.runtime.Trap;
import dev.belay.wasi.cli.ExitException;
import dev.belay.wasi.http.transport.BodySource;
import dev.belay.wasi.http.transport.ErrorCode;
import dev.belay.wasi.http.transport.HttpException;
import dev.belay.wasi.http.transport.HttpField;
import dev.belay.wasi.http.transport.ResponseHead;
import dev.belay.wasi.http.transport.ServerExchange;
import dev.belay.wasi.instances.ExportedInterface;
import dev.belay.wasi.instances.Instances;
import dev.belay.wasi.io.Turn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Answers requests with a component that exports {@code wasi:http/incoming-handler}: each in an instance that has nothing else
 * to do, on the thread that asks. Thread-safe.
 */
public final class HttpHandler {
    /** The interface without its version. */
    public static final String INTERFACE = "wasi:http/incoming-handler";

    private final Guest guest;

    HttpHandler(Guest guest) {
        this.guest = guest;
    }

    /** Runs guest code for one request. */
    @FunctionalInterface
    interface Guest {
        void handle(InstanceState state, Limits limits, IncomingRequest request, ResponseOutparam out);
    }

    /**
     * Answers each request in a fresh instance.
     *
     * @throws IllegalArgumentException if the component does not export the interface
     */
    public static HttpHandler of(LinkedComponent component) {
        return of(Instances.fresh(component));
    }

    /**
     * Answers each request in one of these instances; those of the method {@code HEAD} in fresh ones, since instances that are
     * used again were made for requests whose responses have bodies.
     *
     * @throws IllegalArgumentException if their component does not export the interface
     */
    public static HttpHandler of(Instances instances) {
        LinkedComponent component = instances.component();
        ExportedInterface its = ExportedInterface.of(component.component(), INTERFACE);
        Instances fresh = Instances.fresh(component);
        return new HttpHandler((state, limits, request, out) -> {
            boolean isHead = state.find(HttpState.class).filter(HttpState::headRequest).isPresent();
            (isHead ? fresh : instances).use(state, limits, instance -> its.function(instance, "handle").call(request, out));
        });
    }

    /** Whether a component answers HTTP requests. */
    public static boolean isExportedBy(Component component) {
        return ExportedInterface.find(component, INTERFACE).isPresent();
    }

    /**
     * Answers a request. Returns when the response was sent, or has failed; never throws because of the guest or the
     * client.
     *
     * @param state host objects for the instance; its {@link HttpState} says what it may send
     * @param limits for the instance; the deadline is that of the whole handling
     */
    public RequestOutcome handle(ServerExchange exchange, InstanceState state, Limits limits) {
        var handling = new Handling(exchange);
        handling.begin();
        try {
            var out = new ResponseOutparam(exchange);
            var body = new ClientBody(exchange.requestBody());
            RequestOutcome failure = run(exchange, body, out, state, limits);
            Optional<String> before = clientsDoing(body, out, failure);
            out.release();
            RequestOutcome outcome = conclude(exchange, out, failure);
            return before.map(outcome::after).orElse(outcome);
        } finally {
            handling.end();
        }
    }

    /** Runs the guest; gives what is wrong if it did nothing more than it has. */
    private RequestOutcome run(
            ServerExchange exchange, BodySource body, ResponseOutparam out, InstanceState state, Limits limits) {
        HttpState http = state.find(HttpState.class).orElseGet(HttpState::denied).answering(exchange.method());
        var request = new IncomingRequest(exchange::request, body, http);
        try {
            guest.handle(state.with(HttpState.class, http), limits, request, out);
        } catch (Trap trap) {
            return RequestOutcome.failed(RequestOutcome.Result.TRAPPED, trap);
        } catch (ExitException exit) {
            return RequestOutcome.failed(RequestOutcome.Result.EXITED, exited(exit));
        } catch (RuntimeException | Error failure) {
            return RequestOutcome.failed(RequestOutcome.Result.HOST_ERROR, failure);
        }
        return unanswered(out);
    }

    /** What the client did before the guest ended, if that may be why the guest did not do better. */
    private static Optional<String> clientsDoing(ClientBody body, ResponseOutparam out, RequestOutcome failure) {
        if (body.isBrokenOff() || out.isBroken()) {
            return Optional.of("the client broke off");
        }
        boolean late = failure.trap().filter(kind -> kind == Trap.Kind.DEADLINE).isPresent();
        return late && (body.isAwaited() || out.isBlocked())
                ? Optional.of("the client kept the component waiting")
                : Optional.empty();
    }

    /** Tells the transport about a request that takes longer than most. */
    private static final class Handling extends UnderWay {
        private final ServerExchange exchange;

        Handling(ServerExchange exchange) {
            this.exchange = exchange;
        }

        @Override
        boolean overdue() {
            exchange.overdue();
            return false;
        }
    }

    private static String exited(ExitException exit) {
        return "the component exited with status " + exit.status() + " without a whole response";
    }

    private static RequestOutcome unanswered(ResponseOutparam out) {
        return switch (out.answer()) {
            case ResponseOutparam.Answer.None _ -> RequestOutcome.failed(
                    RequestOutcome.Result.NO_RESPONSE, "the component returned without a response");
            case ResponseOutparam.Answer.Error(ErrorCode code) -> RequestOutcome.failed(
                    RequestOutcome.Result.ERROR_CODE, "the component answered with the error " + code);
            case ResponseOutparam.Answer.Response _ -> RequestOutcome.failed(
                    RequestOutcome.Result.UNFINISHED_BODY, "the component did not finish the body of its response");
        };
    }

    private static RequestOutcome conclude(ServerExchange exchange, ResponseOutparam out, RequestOutcome failure) {
        return switch (out.answer()) {
            case ResponseOutparam.Answer.None _ -> replace(exchange, failure, StatusCodes.of(failure));
            case ResponseOutparam.Answer.Error(ErrorCode code) -> replace(exchange, failure, StatusCodes.of(code));
            case ResponseOutparam.Answer.Response(ResponseHead head, BodyWriter writer) -> {
                writer.abandon(ErrorCode.internal(failure.message()));
                if (writer.failure().isEmpty()) {
                    yield await(exchange, writer.done(), head.status(), failure);
                }
                yield writer.isStarted()
                        ? truncated(exchange, writer, head.status(), failure)
                        : replace(exchange, failure, StatusCodes.of(failure));
            }
        };
    }

    private static RequestOutcome truncated(
            ServerExchange exchange, BodyWriter writer, int status, RequestOutcome failure) {
        exchange.abort(writer.failure().orElseThrow());
        return failure.sent(status, false);
    }

    /** The guest has finished its response; whatever it did afterwards does not harm it. */
    private static RequestOutcome await(
            ServerExchange exchange, CompletableFuture<Void> done, int status, RequestOutcome failure) {
        Optional<RequestOutcome> problem = waitFor(exchange, done);
        if (problem.isPresent()) {
            return problem.get().sent(status, false);
        }
        return failure.result() == RequestOutcome.Result.UNFINISHED_BODY
                ? RequestOutcome.answered(status)
                : failure.sent(status, true);
    }

    /** Nothing was sent yet: the client gets an error that says what happened in one line. */
    private static RequestOutcome replace(ServerExchange exchange, RequestOutcome failure, int status) {
        byte[] body = (publicMessage(failure) + "\n").getBytes(StandardCharsets.UTF_8);
        List<HttpField> headers = List.of(HttpField.of("content-type", "text/plain; charset=utf-8"));
        CompletableFuture<Void> done =
                exchange.respond(new ResponseHead(status, headers)).finish(body, List.of());
        return failure.sent(status, waitFor(exchange, done).isEmpty());
    }

    private static String publicMessage(RequestOutcome failure) {
        return switch (failure.result()) {
            case TRAPPED -> "the component trapped: " + failure.cause().map(HttpHandler::reason).orElse("no reason given");
            case HOST_ERROR -> "the host failed";
            default -> failure.message();
        };
    }

    /** The kind of a trap, and the limit behind it: nothing that the guest or the host had in memory. */
    private static String reason(Throwable trap) {
        return trap instanceof Trap its
                ? its.kind().wording() + (its.note().isEmpty() ? "" : " (" + its.note() + ")")
                : "no reason given";
    }

    private static Optional<RequestOutcome> waitFor(ServerExchange exchange, CompletableFuture<Void> done) {
        try {
            Turn.yieldFor(done);
            return Optional.empty();
        } catch (ExecutionException failure) {
            return Optional.of(notSent(HttpException.errorOf(failure)));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            ErrorCode reason = ErrorCode.internal("the server stopped");
            exchange.abort(reason);
            return Optional.of(notSent(reason));
        }
    }

    private static RequestOutcome notSent(ErrorCode reason) {
        return RequestOutcome.failed(RequestOutcome.Result.DISCONNECTED, "the response was not sent whole: " + reason);
    }
}
