package dev.belay.wasi.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Limits;
import dev.belay.runtime.Trap;
import dev.belay.wasi.cli.ExitException;
import dev.belay.wasi.http.transport.BodyChunk;
import dev.belay.wasi.http.transport.BodySink;
import dev.belay.wasi.http.transport.BodySource;
import dev.belay.wasi.http.transport.ErrorCode;
import dev.belay.wasi.http.transport.HttpException;
import dev.belay.wasi.http.transport.HttpField;
import dev.belay.wasi.http.transport.RequestHead;
import dev.belay.wasi.http.transport.ResponseHead;
import dev.belay.wasi.http.transport.ServerExchange;
import dev.belay.wasi.io.Pollable;
import dev.belay.wasi.io.StreamException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

    private static final BodyChunk GONE = new BodyChunk.Failed(ErrorCode.of(ErrorCode.Kind.CONNECTION_TERMINATED));

    static Stream<Named<Consumer<ResponseOutparam>>> waysToFail() {
        return Stream.of(
                Named.of("half a body", out -> {
                    var response = response(200);
                    BodyWriter body = response.body().orElseThrow();
                    out.set(response);
                    body.write(bytes("half"));
                }),
                Named.of("no response", _ -> {}),
                Named.of("an error", out -> out.set(ErrorCode.internal("oh"))),
                Named.of("status 500", out -> out.set(response(500))),
                Named.of("a trap", _ -> {
                    throw new Trap(Trap.Kind.UNREACHABLE);
                }),
                Named.of("an exit", _ -> {
                    throw new ExitException(1);
                }));
    }

    @ParameterizedTest
    @MethodSource("waysToFail")
    void whatTheGuestDoesWhenItsClientHasLeftIsNotItsFault(Consumer<ResponseOutparam> guest) {
        exchange.body = GONE;

        var outcome = run((request, out) -> {
            read(request);
            guest.accept(out);
        });

        assertThat(outcome.result()).isEqualTo(RequestOutcome.Result.DISCONNECTED);
        assertThat(outcome.message()).startsWith("the client broke off; then ");
    }

    @ParameterizedTest
    @MethodSource("waysToFail")
    void whatTheGuestDoesWithoutKnowingThatItsClientHasLeftIsItsFault(Consumer<ResponseOutparam> guest) {
        exchange.body = GONE;

        assertThat(run((_, out) -> guest.accept(out)).result()).isNotEqualTo(RequestOutcome.Result.DISCONNECTED);
    }

    @Test
    void aTrapBecauseTheResponseCouldNotBeSentIsNotTheGuestsFault() {
        exchange.sink = new RecordingSink(true);

        var outcome = run((_, out) -> {
            var response = response(200);
            BodyWriter body = response.body().orElseThrow();
            out.set(response);
            body.write(bytes("first"));
            body.flush();
            exchange.sink.awaitEvent();
            exchange.sink.fail(new HttpException(ErrorCode.of(ErrorCode.Kind.CONNECTION_TERMINATED)));
            while (!body.isBroken()) {
                Thread.onSpinWait();
            }
            throw new Trap(Trap.Kind.UNREACHABLE);
        });

        assertThat(outcome.result()).isEqualTo(RequestOutcome.Result.DISCONNECTED);
        assertThat(outcome.trap()).contains(Trap.Kind.UNREACHABLE);
    }

    @Test
    void aClientThatKeepsTheGuestWaitingIsNotTheGuestsFault() {
        exchange.body = new BodyChunk.Pending();
        BiConsumer<IncomingRequest, ResponseOutparam> guest = (request, _) -> {
            read(request).subscribe().onReady(() -> {});
            throw new Trap(Trap.Kind.DEADLINE);
        };

        assertThat(run(guest).result()).isEqualTo(RequestOutcome.Result.DISCONNECTED);
        exchange.body = new BodyChunk.Data(bytes("all of it"));
        assertThat(run(guest).result()).isEqualTo(RequestOutcome.Result.TRAPPED);
    }

    /** As of a guest that gives its client so long, and then goes on by itself. */
    @Test
    void whoHasWaitedForAClientAndDoesNotAnyMoreFailsByItself() {
        exchange.body = new BodyChunk.Pending();
        var outcome = run((request, _) -> {
            Pollable.blockAny(List.of(read(request).subscribe(), new Pollable() {
                private boolean passed;

                @Override
                public boolean ready() {
                    return passed;
                }

                @Override
                public void onReady(Runnable callback) {
                    passed = true;
                    callback.run();
                }
            }));
            throw new Trap(Trap.Kind.DEADLINE);
        });

        assertThat(outcome.result()).isEqualTo(RequestOutcome.Result.TRAPPED);
    }

    @Test
    void aClientThatDoesNotTakeTheResponseIsNotTheGuestsFault() {
        exchange.sink = new RecordingSink(true);

        var outcome = run((_, out) -> {
            fill(out).onReady(() -> {});
            throw new Trap(Trap.Kind.DEADLINE);
        });

        assertThat(outcome.result()).isEqualTo(RequestOutcome.Result.DISCONNECTED);
        assertThat(outcome.message()).startsWith("the client kept the component waiting; then ");
    }

    @Test
    void aGuestThatGoesOnByItselfAfterWhatTheClientDoesNotTakeFailsByItself() {
        exchange.sink = new RecordingSink(true);

        var outcome = run((_, out) -> {
            fill(out);
            throw new Trap(Trap.Kind.DEADLINE);
        });

        assertThat(outcome.result()).isEqualTo(RequestOutcome.Result.TRAPPED);
    }

    /** Writes as much as can be until the client takes it. */
    private static BodyWriter fill(ResponseOutparam out) {
        var response = response(200);
        BodyWriter body = response.body().orElseThrow();
        out.set(response);
        body.write(new byte[HttpLimits.defaults().bufferBytes()]);
        return body;
    }

    private static IncomingStream read(IncomingRequest request) {
        IncomingStream stream = request.consume().orElseThrow().read().orElseThrow();
        try {
            stream.read(1);
        } catch (StreamException _) {
            // The guest is told.
        }
        return stream;
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
        RecordingSink sink = new RecordingSink(false);
        BodyChunk body = new BodyChunk.End(List.of());
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
            BodyChunk each = body;
            return new BodySource() {
                @Override
                public BodyChunk read(int limit) {
                    return each;
                }

                @Override
                public void onReady(Runnable callback) {
                    if (!(each instanceof BodyChunk.Pending)) {
                        callback.run();
                    }
                }

                @Override
                public void discard() {}
            };
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
