package dev.belay.guest.http;

import dev.belay.guest.Result;
import dev.belay.guest.wasi.http.Types;
import dev.belay.guest.wasi.io.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A body that comes in, read as it comes. */
final class BodyInput extends InputStream {
    /** Bytes asked for at a time. */
    private static final int PIECE = 16 << 10;

    static final String CUT_SHORT = "the body could not be read to its end";

    private final Types.IncomingBody body;
    private final Streams.InputStream stream;
    private byte[] piece = new byte[0];
    private int at;
    private boolean ended;

    BodyInput(Types.IncomingBody body) {
        this.body = body;
        this.stream = body.stream().orElseThrow();
    }

    @Override
    public int read() throws IOException {
        if (!fill()) {
            return -1;
        }
        return piece[at++] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, into, from, count);
        at += count;
        return count;
    }

    Streams.InputStream stream() {
        return stream;
    }

    /** What is there without waiting, which may be nothing yet; empty at the end. */
    Optional<byte[]> now() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        accept(stream.read(PIECE));
        byte[] got = piece;
        at = piece.length;
        return ended ? Optional.empty() : Optional.of(got);
    }

    /** Has at least one byte at hand; false at the end. */
    private boolean fill() throws IOException {
        while (at == piece.length && !ended) {
            accept(stream.blockingRead(PIECE));
        }
        return at < piece.length;
    }

    private void accept(Result<byte[], Streams.StreamError> read) throws IOException {
        if (read instanceof Result.Ok<byte[], Streams.StreamError> ok) {
            piece = ok.value();
            at = 0;
        } else if (StreamErrors.isEnd(read.failure().orElseThrow())) {
            ended = true;
        } else {
            throw new IOException(CUT_SHORT);
        }
    }

    @Override
    public void close() {
        ended = true;
        stream.close();
        body.close();
    }
}
