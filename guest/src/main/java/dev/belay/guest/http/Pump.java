package dev.belay.guest.http;

import dev.belay.guest.Result;
import dev.belay.guest.Unit;
import dev.belay.guest.wasi.http.Types;
import dev.belay.guest.wasi.io.Poll;
import dev.belay.guest.wasi.io.Streams;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** Moves one body into another, as far as both are ready. */
final class Pump {
    /** Bytes asked for at a time. */
    private static final int PIECE = 16 << 10;

    private final Streams.InputStream from;
    private final Types.OutgoingBody body;
    private final Streams.OutputStream to;
    private byte[] piece = new byte[0];
    private boolean read;
    private boolean ended;

    Pump(Streams.InputStream from, Types.OutgoingBody body) {
        this.from = from;
        this.body = body;
        this.to = body.write().orElseThrow();
    }

    /**
     * Moves what can be moved without waiting.
     *
     * @return what to wait for; empty when all is moved, or nobody takes any more
     * @throws IOException if the body that comes in cannot be read to its end
     */
    Optional<Poll.Pollable> move() throws IOException {
        while (!ended) {
            Result<Long, Streams.StreamError> room = to.checkWrite();
            if (!room.isOk()) {
                room.failure().ifPresent(Pump::closeError);
                end();
            } else if (room.orElseThrow() == 0) {
                return Optional.of(to.subscribe());
            } else if (piece.length > 0) {
                write((int) Math.min(piece.length, room.orElseThrow()));
            } else if (read) {
                to.close();
                Types.OutgoingBody.finish(body, Optional.empty());
                ended = true;
            } else if (!fill()) {
                return Optional.of(from.subscribe());
            }
        }
        return Optional.empty();
    }

    private void write(int count) {
        Result<Unit, Streams.StreamError> written =
                to.write(count == piece.length ? piece : Arrays.copyOf(piece, count));
        if (written.isOk()) {
            piece = Arrays.copyOfRange(piece, count, piece.length);
        } else {
            written.failure().ifPresent(Pump::closeError);
            end();
        }
    }

    /** @return whether something came, or the end */
    private boolean fill() throws IOException {
        Result<byte[], Streams.StreamError> got = from.read(PIECE);
        if (got.isOk()) {
            piece = got.orElseThrow();
            return piece.length > 0;
        }
        if (BodyInput.isEnd(got.failure().orElseThrow())) {
            read = true;
            return to.flush().isOk() || read;
        }
        end();
        throw new IOException(BodyInput.CUT_SHORT);
    }

    /** Moves no more. */
    void end() {
        ended = true;
        to.close();
    }

    static void closeError(Streams.StreamError error) {
        if (error instanceof Streams.StreamError.LastOperationFailed failed) {
            failed.value().close();
        }
    }
}
