package dev.belay.wasi.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Limits;
import dev.belay.runtime.Trap;
import dev.belay.wasi.http.transport.BodySink;
import dev.belay.wasi.http.transport.BodySource;
import dev.belay.wasi.http.transport.ErrorCode;
import dev.belay.wasi.http.transport.HttpField;
import dev.belay.wasi.http.transport.RequestHead;
import dev.belay.wasi.http.transport.ResponseHead;
import dev.belay.wasi.http.transport.ServerExchange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class HttpHandlerTest {
    private final Exchange exchange = new Exchange("GET");

    @Test
    void theResponseIsSentWithItsBodyInOnePiece() {
        var outcome = run((_, out) -> {
            var response = response(201);
            BodyWriter body = response.body().orElseThrow();
            out.set(response);
            body.write(bytes("hello"));
            body.finish(List.of());
        });

        assertThat(outcome).isEqualTo(RequestOutcome.answered(201));
        assertThat(exchange.events).containsExactly("respond 201");
        assertThat(exchange.sink.events).containsExactly("finish hello");
    }

    @Test
    void theBodyMayBeWrittenBeforeTheResponseIsSet() {
        var outcome = run((_, out) -> {
            var response = response(200);
            BodyWriter body = response.body().orElseThrow();
            body.write(bytes("hello"));
            body.finish(List.of());
            out.set(response);
        });

        assertThat(outcome).isEqualTo(RequestOutcome.answered(200));
        assertThat(exchange.sink.events).containsExactly("finish hello");
    }

    @Test
    void aResponseWhoseBodyWasNeverAskedForHasNone() {
        assertThat(run((_, out) -> out.set(response(204)))).isEqualTo(RequestOutcome.answered(204));
        assertThat(exchange.sink.events).containsExactly("finish ");
    }

    @Test
    void noResponseIsStatus500() {
        var outcome = run((_, _) -> {});

        assertThat(outcome.result()).isEqualTo(RequestOutcome.Result.NO_RESPONSE);
        assertThat(outcome.status()).isEqualTo(500);
        assertThat(exchange.sink.events).containsExactly("finish the component returned without a response\n");
    }

    @Test
    void anErrorCodeBecomesAStatus() {
        var outcome = run((_, out) -> out.set(ErrorCode.of(ErrorCode.Kind.CONNECTION_REFUSED)));

        assertThat(outcome.result()).isEqualTo(RequestOutcome.Result.ERROR_CODE);
        assertThat(outcome.status()).isEqualTo(502);
    }

    @Test
    void aTrapBeforeTheHeadIsStatus500() {
        var outcome = run((_, _) -> {
            throw Trap.of(Trap.Kind.UNREACHABLE, "secret detail");
        });

        assertThat(outcome.result()).isEqualTo(RequestOutcome.Result.TRAPPED);
        assertThat(outcome.trap()).contains(Trap.Kind.UNREACHABLE);
        assertThat(outcome.status()).isEqualTo(500);
        assertThat(outcome.complete()).isTrue();
        assertThat(exchange.sink.events).containsExactly("finish the component trapped: unreachable\n");
    }

    @Test
    void aTrapAfterTheResponseWasSetAndBeforeItWasSentIsStatus500() {
        var outcome = run((_, out) -> {
            var response = response(200);
            BodyWriter body = response.body().orElseThrow();
            out.set(response);
            body.write(bytes("never seen"));
            throw new Trap(Trap.Kind.UNREACHABLE);
        });

        assertThat(outcome.status()).isEqualTo(500);
        assertThat(exchange.events).containsExactly("respond 200", "respond 500");
        assertThat(exchange.sink.events).containsExactly("finish the component trapped: unreachable\n");
    }

    @Test
    void aTrapAfterTheHeadWasSentCutsTheResponseOff() {
        var outcome = run((_, out) -> {
            var response = response(200);
            BodyWriter body = response.body().orElseThrow();
            out.set(response);
            body.write(bytes("seen"));
            body.flush();
            exchange.sink.awaitEvent();
            throw new Trap(Trap.Kind.UNREACHABLE);
        });

        assertThat(outcome.result()).isEqualTo(RequestOutcome.Result.TRAPPED);
        assertThat(outcome.status()).isEqualTo(200);
        assertThat(outcome.complete()).isFalse();
        assertThat(exchange.events).contains("abort internal-error: unreachable");
        assertThat(exchange.sink.events).containsExactly("write seen");
    }

    @Test
    void aFinishedResponseIsSentWhileTheGuestGoesOn() {
        var outcome = run((_, out) -> {
            out.set(response(204));
            exchange.sink.awaitEvent();
        });

        assertThat(outcome).isEqualTo(RequestOutcome.answered(204));
        assertThat(exchange.sink.events).containsExactly("finish ");
    }

    @Test
    void theTransportIsToldOfARequestThatTakesLong() {
        run((_, _) -> exchange.overdue.join());

        assertThat(exchange.overdue).isCompleted();
    }

    @Test
    void theHeadIsNotMadeUnlessTheGuestAsksForIt() {
        run((request, _) -> request.drop());
        assertThat(exchange.heads).isZero();

        run((request, _) -> assertThat(request.head().method()).isEqualTo("GET"));
        assertThat(exchange.heads).isOne();
    }

    @Test
    void aTrapAfterTheResponseIsFinishedDoesNotHarmIt() {
        var outcome = run((_, out) -> {
            out.set(response(200));
            throw new Trap(Trap.Kind.UNREACHABLE);
        });

        assertThat(outcome.result()).isEqualTo(RequestOutcome.Result.TRAPPED);
        assertThat(outcome.status()).isEqualTo(200);
        assertThat(outcome.complete()).isTrue();
    }

    @Test
    void theDeadlineIsStatus504() {
        assertThat(run((_, _) -> {
                            throw new Trap(Trap.Kind.DEADLINE);
                        })
                        .status())
                .isEqualTo(504);
    }

    @Test
    void whatWentWrongInTheHostIsNotShown() {
        var outcome = run((_, _) -> {
            throw new IllegalStateException("secret");
        });

        assertThat(outcome.result()).isEqualTo(RequestOutcome.Result.HOST_ERROR);
        assertThat(exchange.sink.events).containsExactly("finish the host failed\n");
    }

    @Test
    void anUnfinishedBodyThatWasNotSentIsStatus500() {
        var outcome = run((_, out) -> {
            var response = response(200);
            BodyWriter body = response.body().orElseThrow();
            out.set(response);
            body.write(bytes("half"));
        });

        assertThat(outcome.result()).isEqualTo(RequestOutcome.Result.UNFINISHED_BODY);
        assertThat(outcome.status()).isEqualTo(500);
    }

    @Test
    void aHeadRequestMayNameALengthWithoutABody() {
        var head = new Exchange("HEAD");
        var handler = new HttpHandler((state, _, _, out) -> {
            var headers = Fields.empty(HttpState.denied());
            headers.append("content-length", bytes("100"));
            var response = new OutgoingResponse(
                    headers, HttpState.denied(), state.get(HttpState.class).headRequest());
            BodyWriter body = response.body().orElseThrow();
            out.set(response);
            body.finish(List.of());
        });

        assertThat(handler.handle(head, InstanceState.empty(), Limits.defaults()))
                .isEqualTo(RequestOutcome.answered(200));
    }

    private RequestOutcome run(BiConsumer<IncomingRequest, ResponseOutparam> guest) {
        return new HttpHandler((_, _, request, out) -> guest.accept(request, out))
                .handle(exchange, InstanceState.empty(), Limits.defaults());
    }

    private static OutgoingResponse response(int status) {
        var response = new OutgoingResponse(Fields.empty(HttpState.denied()), HttpState.denied(), false);
        response.status(status);
        return response;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static final class Exchange implements ServerExchange {
        final RecordingSink sink = new RecordingSink(false);
        final List<String> events = new ArrayList<>();
        final CompletableFuture<Void> overdue = new CompletableFuture<>();
        int heads;
        private final String method;

        Exchange(String method) {
            this.method = method;
        }

        @Override
        public String method() {
            return method;
        }

        @Override
        public void overdue() {
            overdue.complete(null);
        }

        @Override
        public RequestHead request() {
            heads++;
            return new RequestHead(
                    method, Optional.of("http"), Optional.of("localhost"), Optional.of("/"), List.<HttpField>of());
        }

        @Override
        public BodySource requestBody() {
            return BodySource.empty();
        }

        @Override
        public CompletableFuture<Void> inform(ResponseHead head) {
            events.add("inform " + head.status());
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public BodySink respond(ResponseHead head) {
            events.add("respond " + head.status());
            return sink;
        }

        @Override
        public void abort(ErrorCode reason) {
            events.add("abort " + reason);
        }
    }
}
