package dev.belay.wasi.http;

import dev.belay.wasi.http.transport.BodySource;
import java.util.Optional;

/** The resource {@code incoming-body}. */
final class IncomingBody {
    private final BodySource source;
    private final HttpState state;
    private final Share share;
    private final Children children = new Children("incoming-body");
    private final Once<BodySource> stream;

    /** @param share given back with the last of the body */
    IncomingBody(BodySource source, HttpState state, Share share) {
        this.source = source;
        this.state = state;
        this.share = share;
        this.stream = new Once<>(source);
    }

    /** Where to read from; empty the second time. */
    Optional<IncomingStream> read() {
        return stream.take().map(it -> new IncomingStream(it, state.limits().chunkBytes(), children));
    }

    /** What comes after the body. What was not read of it is read and thrown away. */
    FutureTrailers finish() {
        if (children.exist()) {
            drop();
        }
        return new FutureTrailers(source, state, share);
    }

    BodySource source() {
        return source;
    }

    void drop() {
        source.discard();
        share.end();
        children.requireNone();
    }
}
