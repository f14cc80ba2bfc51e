package dev.belay.guest.http;

import dev.belay.guest.Result;
import dev.belay.guest.wasi.http.Types;
import dev.belay.guest.wasi.io.Streams;
import java.io.IOException;
import java.io.InputStream;

/** A body that comes in, read as it comes. */
final class BodyInput extends InputStream {
    /** Bytes asked for at a time. */
    private static final int PIECE = 16 << 10;

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

    /** Has at least one byte at hand; false at the end. */
    private boolean fill() throws IOException {
        while (at == piece.length && !ended) {
            Result<byte[], Streams.StreamError> read = stream.blockingRead(PIECE);
            if (read instanceof Result.Ok<byte[], Streams.StreamError> ok) {
                piece = ok.value();
                at = 0;
            } else if (read.failure().orElseThrow() instanceof Streams.StreamError.LastOperationFailed failed) {
                failed.value().close();
                throw new IOException("the body could not be read to its end");
            } else {
                ended = true;
            }
        }
        return at < piece.length;
    }

    @Override
    public void close() {
        ended = true;
        stream.close();
        body.close();
    }
}
