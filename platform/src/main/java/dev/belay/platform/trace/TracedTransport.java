package dev.belay.platform.trace;

import dev.belay.wasi.http.transport.ClientExchange;
import dev.belay.wasi.http.transport.OutgoingTransport;
import dev.belay.wasi.http.transport.RequestHead;
import dev.belay.wasi.http.transport.RequestTimeouts;
import java.util.OptionalLong;

/** Sends what a guest sends, and says which span it is within. */
public record TracedTransport(OutgoingTransport by, TraceContext context) implements OutgoingTransport {
    @Override
    public ClientExchange send(RequestHead head, OptionalLong bodyLength, RequestTimeouts timeouts) {
        return by.send(TracedExchange.traced(head, context), bodyLength, timeouts);
    }
}
