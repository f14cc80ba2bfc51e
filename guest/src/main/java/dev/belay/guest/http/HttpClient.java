package dev.belay.guest.http;

import dev.belay.guest.Result;
import dev.belay.guest.wasi.http.OutgoingHandler;
import dev.belay.guest.wasi.http.Types;
import dev.belay.guest.wasi.io.Poll;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Sends requests. The world imports {@code wasi:http/outgoing-handler@0.2.3}. */
public final class HttpClient {
    private HttpClient() {}

    /** @throws IOException if there is no such host, or no connection */
    public static Reply get(String url) throws IOException {
        return send("GET", url, List.of(), out -> {});
    }

    /**
     * Sends a request, its body included, and waits for the head of the answer.
     *
     * @param url {@code http://} or {@code https://}, then the authority and the target
     * @throws IOException if there is no such host, or no connection
     * @throws IllegalArgumentException if it is no such URL
     */
    public static Reply send(String method, String url, List<Header> headers, BodyWriter body) throws IOException {
        boolean secure = url.startsWith("https://");
        if (!secure && !url.startsWith("http://")) {
            throw new IllegalArgumentException("expected a URL of http or https, found " + url);
        }
        String rest = url.substring(url.indexOf("://") + 3);
        int slash = rest.indexOf('/');
        var request = new Types.OutgoingRequest(Headers.fields(headers));
        request.setMethod(Methods.of(method));
        request.setScheme(Optional.of(secure ? new Types.Scheme.HTTPS() : new Types.Scheme.HTTP()));
        request.setAuthority(Optional.of(slash < 0 ? rest : rest.substring(0, slash)));
        request.setPathWithQuery(Optional.of(slash < 0 ? "/" : rest.substring(slash)));
        Types.OutgoingBody outgoing = request.body().orElseThrow();
        Result<Types.FutureIncomingResponse, Types.ErrorCode> sent = OutgoingHandler.handle(request, Optional.empty());
        if (sent instanceof Result.Err<Types.FutureIncomingResponse, Types.ErrorCode> err) {
            outgoing.close();
            throw failed(err.error());
        }
        Answer.write(body, outgoing);
        try (Types.FutureIncomingResponse future = sent.orElseThrow()) {
            try (Poll.Pollable ready = future.subscribe()) {
                ready.block();
            }
            Result<Types.IncomingResponse, Types.ErrorCode> got = future.get().orElseThrow().orElseThrow();
            if (got instanceof Result.Err<Types.IncomingResponse, Types.ErrorCode> err) {
                throw failed(err.error());
            }
            return new Reply(got.orElseThrow());
        }
    }

    private static IOException failed(Types.ErrorCode code) {
        return new IOException("the request failed: " + code);
    }
}
