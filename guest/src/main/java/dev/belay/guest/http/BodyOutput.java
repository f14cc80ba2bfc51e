package dev.belay.guest.http;

import dev.belay.guest.Result;
import dev.belay.guest.Unit;
import dev.belay.guest.wasi.io.Streams;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** A body that goes out, written as it is made. */
final class BodyOutput extends OutputStream {
    /** Bytes that one blocking write takes, as wasi:io has it. */
    private static final int PIECE = 4096;

    private final Streams.OutputStream stream;

    BodyOutput(Streams.OutputStream stream) {
        this.stream = stream;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (int at = from; at < from + length; at += PIECE) {
            int end = Math.min(at + PIECE, from + length);
            boolean whole = at == 0 && end == bytes.length;
            check(stream.blockingWriteAndFlush(whole ? bytes : Arrays.copyOfRange(bytes, at, end)));
        }
    }

    private static void check(Result<Unit, Streams.StreamError> written) throws IOException {
        if (written instanceof Result.Err<Unit, Streams.StreamError> err) {
            StreamErrors.isEnd(err.error());
            throw new IOException("the other side has left");
        }
    }

    @Override
    public void close() {
        stream.close();
    }
}
