package dev.belay.wasi.http;

import dev.belay.wasi.http.transport.ErrorCode;
import java.util.List;
import java.util.Optional;

/** The resource {@code outgoing-body}. */
final class OutgoingBody {
    private final BodyWriter writer;
    private final Children children = new Children("outgoing-body");
    private final Once<BodyWriter> stream;

    OutgoingBody(BodyWriter writer) {
        this.writer = writer;
        this.stream = new Once<>(writer);
    }

    /** Where to write to; empty the second time. */
    Optional<OutgoingStream> write() {
        return stream.take().map(it -> new OutgoingStream(it, children));
    }

    /**
     * Ends the body.
     *
     * @return what is wrong; the message is incomplete then
     */
    Optional<ErrorCode> finish(Optional<Fields> trailers) {
        if (children.exist()) {
            drop();
        }
        return writer.finish(trailers.map(Fields::use).orElse(List.of()));
    }

    /** A body that is not finished is broken: the peer must not take it for a whole one. */
    void drop() {
        writer.abandon(ErrorCode.internal("the body was dropped before it was finished"));
        children.requireNone();
    }
}
