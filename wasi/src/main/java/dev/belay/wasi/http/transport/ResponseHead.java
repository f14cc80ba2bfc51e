package dev.belay.wasi.http.transport;

import java.util.List;

/**
 * A response without its body.
 *
 * @param status 100 to 999
 */
public record ResponseHead(int status, List<HttpField> headers) {
    public ResponseHead {
        headers = List.copyOf(headers);
    }
}
