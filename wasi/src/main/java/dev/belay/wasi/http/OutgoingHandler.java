package dev.belay.wasi.http;

import dev.belay.runtime.value.ResultValue;
import dev.belay.wasi.http.transport.ErrorCode;
import dev.belay.wasi.http.transport.OutgoingTransport;
import dev.belay.wasi.http.transport.RequestHead;
import dev.belay.wasi.http.transport.RequestTimeouts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** {@code wasi:http/outgoing-handler}: sends a request if it is a proper one and the policy allows it. */
final class OutgoingHandler {
    private static final String DEFAULT_SCHEME = "https";
    private static final Map<String, Integer> PORTS = Map.of("http", 80, "https", 443);

    /** About what the host needs for a request and its response under way; so their number is bounded. */
    private static final long EXCHANGE_BYTES = 128 << 10;

    private OutgoingHandler() {}

    /** @param args of {@code handle}: an outgoing-request and an optional request-options */
    static ResultValue handle(HttpState state, Object[] args) {
        var request = (OutgoingRequest) args[0];
        RequestTimeouts timeouts = ((Optional<?>) args[1])
                .map(options -> ((RequestOptions) options).timeouts())
                .orElse(RequestTimeouts.DEFAULT);
        RequestHead head = complete(request.head());
        Optional<OutgoingTransport> transport = state.transport();
        ErrorCode wrong = refusal(state, head);
        request.headers().drop();
        if (wrong == null && transport.isPresent() && !state.memory().tryTake(EXCHANGE_BYTES)) {
            wrong = ErrorCode.of(ErrorCode.Kind.CONNECTION_LIMIT_REACHED);
        }
        if (wrong != null || transport.isEmpty()) {
            ErrorCode reason = wrong != null ? wrong : ErrorCode.of(ErrorCode.Kind.HTTP_REQUEST_DENIED);
            request.writer().abandon(reason);
            return ResultValue.err(reason.toVariant());
        }
        return ResultValue.ok(send(request, head, timeouts, transport.get(), state));
    }

    private static FutureIncomingResponse send(
            OutgoingRequest request,
            RequestHead head,
            RequestTimeouts timeouts,
            OutgoingTransport transport,
            HttpState state) {
        OptionalLong declared = ContentLength.of(request.headers(), false);
        var exchange = new LazyExchange(
                length -> transport.send(head, declared.isPresent() ? declared : length, timeouts));
        if (!request.hasBody()) {
            request.writer().finish(List.of());
        }
        request.writer().attach(exchange);
        return new FutureIncomingResponse(exchange, state, new Share(state.memory(), EXCHANGE_BYTES));
    }

    private static RequestHead complete(RequestHead head) {
        String path = head.pathWithQuery().filter(it -> !it.isEmpty()).orElse("/");
        return new RequestHead(
                head.method(),
                Optional.of(head.scheme().orElse(DEFAULT_SCHEME)),
                head.authority(),
                Optional.of(path.startsWith("?") ? "/" + path : path),
                head.headers());
    }

    private static @Nullable ErrorCode refusal(HttpState state, RequestHead head) {
        Integer port = PORTS.get(head.scheme().orElse(DEFAULT_SCHEME));
        if (port == null) {
            return ErrorCode.of(ErrorCode.Kind.HTTP_PROTOCOL_ERROR);
        }
        Optional<Authority> authority = head.authority().flatMap(Authority::parse);
        String path = head.pathWithQuery().orElse("/");
        boolean asterisk = path.equals("*") && head.method().equals("OPTIONS");
        if (authority.isEmpty() || !(path.startsWith("/") || asterisk)) {
            return ErrorCode.of(ErrorCode.Kind.HTTP_REQUEST_URI_INVALID);
        }
        if (!state.policy().allows(authority.get(), port)) {
            return ErrorCode.of(ErrorCode.Kind.HTTP_REQUEST_DENIED);
        }
        // A tunnel is no exchange of messages: there is nothing to give the guest for it.
        return head.method().equals("CONNECT") ? ErrorCode.of(ErrorCode.Kind.HTTP_REQUEST_METHOD_INVALID) : null;
    }
}
