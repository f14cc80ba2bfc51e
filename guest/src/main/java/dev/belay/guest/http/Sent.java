package dev.belay.guest.http;

import dev.belay.guest.Result;
import dev.belay.guest.wasi.http.OutgoingHandler;
import dev.belay.guest.wasi.http.Types;
import dev.belay.guest.wasi.io.Poll;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A request whose head was sent: its body is to be written, and its answer to be had. */
final class Sent implements AutoCloseable {
    private final String server;
    private final Types.OutgoingBody body;
    private final Types.FutureIncomingResponse future;

    private Sent(String server, Types.OutgoingBody body, Types.FutureIncomingResponse future) {
        this.server = server;
        this.body = body;
        this.future = future;
    }

    /**
     * @throws IOException if it cannot be sent
     * @throws IllegalArgumentException if the URL is none of HTTP
     */
    static Sent to(String method, String url, List<Header> headers) throws IOException {
        boolean secure = url.startsWith("https://");
        if (!secure && !url.startsWith("http://")) {
            throw new IllegalArgumentException("expected a URL of http or https, found " + url);
        }
        String rest = url.substring(url.indexOf("://") + 3);
        int slash = rest.indexOf('/');
        String server = slash < 0 ? rest : rest.substring(0, slash);
        var request = new Types.OutgoingRequest(Headers.fields(headers));
        request.setMethod(Methods.of(method));
        request.setScheme(Optional.of(secure ? new Types.Scheme.HTTPS() : new Types.Scheme.HTTP()));
        request.setAuthority(Optional.of(server));
        request.setPathWithQuery(Optional.of(slash < 0 ? "/" : rest.substring(slash)));
        Types.OutgoingBody outgoing = request.body().orElseThrow();
        Result<Types.FutureIncomingResponse, Types.ErrorCode> sent = OutgoingHandler.handle(request, Optional.empty());
        if (sent instanceof Result.Err<Types.FutureIncomingResponse, Types.ErrorCode> err) {
            outgoing.close();
            throw failed(server, err.error());
        }
        return new Sent(server, outgoing, sent.orElseThrow());
    }

    Types.OutgoingBody body() {
        return body;
    }

    /** Ready when the answer's head is there, or there will be none. */
    Poll.Pollable subscribe() {
        return future.subscribe();
    }

    /** The answer, if it is there. */
    Optional<Reply> find() throws IOException {
        Optional<Result<Result<Types.IncomingResponse, Types.ErrorCode>, dev.belay.guest.Unit>> got = future.get();
        if (got.isEmpty()) {
            return Optional.empty();
        }
        Result<Types.IncomingResponse, Types.ErrorCode> answer = got.get().orElseThrow();
        if (answer instanceof Result.Err<Types.IncomingResponse, Types.ErrorCode> err) {
            throw failed(server, err.error());
        }
        return Optional.of(new Reply(answer.orElseThrow()));
    }

    /** Waits for the answer. */
    Reply reply() throws IOException {
        try (Poll.Pollable ready = subscribe()) {
            ready.block();
        }
        return find().orElseThrow();
    }

    private static IOException failed(String server, Types.ErrorCode code) {
        return new IOException("the request to " + server + " failed: " + code);
    }

    /** The body ends where it is, if it was not finished. */
    @Override
    public void close() {
        body.close();
        future.close();
    }
}
