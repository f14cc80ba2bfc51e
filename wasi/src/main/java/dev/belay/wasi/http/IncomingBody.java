package dev.belay.wasi.http;

import dev.belay.wasi.http.transport.BodySource;
import java.util.Optional;

/** The resource {@code incoming-body}. */
final class IncomingBody {
    private final BodySource source;
    private final HttpLimits limits;
    private final Children children = new Children("incoming-body");
    private final Once<BodySource> stream;

    IncomingBody(BodySource source, HttpLimits limits) {
        this.source = source;
        this.limits = limits;
        this.stream = new Once<>(source);
    }

    /** Where to read from; empty the second time. */
    Optional<IncomingStream> read() {
        return stream.take().map(it -> new IncomingStream(it, limits.chunkBytes(), children));
    }

    /** What comes after the body. What was not read of it is read and thrown away. */
    FutureTrailers finish() {
        if (children.exist()) {
            drop();
        }
        return new FutureTrailers(source, limits);
    }

    BodySource source() {
        return source;
    }

    void drop() {
        source.discard();
        children.requireNone();
    }
}
