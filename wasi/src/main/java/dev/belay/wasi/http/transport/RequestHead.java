package dev.belay.wasi.http.transport;

import java.util.List;
import java.util.Optional;

/**
 * A request without its body.
 *
 * @param method such as {@code GET}; case matters
 * @param scheme such as {@code http}, in lower case
 * @param authority host and port, as in the URI
 * @param pathWithQuery such as {@code /a?b=c}; empty for {@code CONNECT}
 */
public record RequestHead(
        String method,
        Optional<String> scheme,
        Optional<String> authority,
        Optional<String> pathWithQuery,
        List<HttpField> headers) {
    public RequestHead {
        headers = List.copyOf(headers);
    }
}
