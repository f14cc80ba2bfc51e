package dev.belay.wasi.http;

import dev.belay.runtime.HostInterface;
import dev.belay.runtime.value.ResultValue;
import dev.belay.wasi.http.transport.BodyChunk;
import dev.belay.wasi.http.transport.ErrorCode;
import dev.belay.wasi.http.transport.HttpField;
import java.util.List;
import java.util.Optional;

/** Bodies and the two futures of {@code wasi:http/types}. */
final class BodyFunctions {
    private BodyFunctions() {}

    static void define(HostInterface.Builder types) {
        types.resource("incoming-body", IncomingBody.class, IncomingBody::drop)
                .func("[method]incoming-body.stream", (_, args) -> Answers.once(((IncomingBody) args[0]).read()))
                .func("[static]incoming-body.finish", (_, args) -> ((IncomingBody) args[0]).finish());
        types.resource("outgoing-body", OutgoingBody.class, OutgoingBody::drop)
                .func("[method]outgoing-body.write", (_, args) -> Answers.once(((OutgoingBody) args[0]).write()))
                .func("[static]outgoing-body.finish", (_, args) -> ((OutgoingBody) args[0])
                        .finish(((Optional<?>) args[1]).map(Fields.class::cast))
                        .map(code -> ResultValue.err(code.toVariant()))
                        .orElseGet(ResultValue::ok));
        types.resource("future-trailers", FutureTrailers.class, FutureTrailers::drop)
                .func("[method]future-trailers.subscribe", (_, args) -> ((FutureTrailers) args[0]).subscribe())
                .func("[method]future-trailers.get",
                        (call, args) -> get((FutureTrailers) args[0], HttpState.of(call)));
        types.resource("future-incoming-response", FutureIncomingResponse.class, FutureIncomingResponse::drop)
                .func("[method]future-incoming-response.subscribe",
                        (_, args) -> ((FutureIncomingResponse) args[0]).subscribe())
                .func("[method]future-incoming-response.get",
                        (_, args) -> ((FutureIncomingResponse) args[0]).get());
    }

    private static Optional<ResultValue> get(FutureTrailers future, HttpState state) {
        Optional<BodyChunk> ended = future.poll();
        if (ended.isEmpty()) {
            return Optional.empty();
        }
        if (!future.take()) {
            return Optional.of(ResultValue.err());
        }
        return Optional.of(ResultValue.ok(
                switch (ended.get()) {
                    case BodyChunk.End(List<HttpField> trailers) -> ResultValue.ok(
                            trailers.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(Fields.received(trailers, state)));
                    case BodyChunk.Failed(ErrorCode error) -> ResultValue.err(error.toVariant());
                    case BodyChunk other -> throw new IllegalStateException("expected an end, found " + other);
                }));
    }
}
