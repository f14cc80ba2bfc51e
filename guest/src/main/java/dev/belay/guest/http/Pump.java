package dev.belay.guest.http;

import dev.belay.guest.Result;
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
    /** Whether something was written that may not be on its way yet. */
    private boolean held;

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
            if (!isTaken(room)) {
                end();
            } else if (room.orElseThrow() == 0) {
                return Optional.of(to.subscribe());
            } else if (piece.length > 0) {
                write((int) Math.min(piece.length, room.orElseThrow()));
            } else if (read || !fill()) {
                if (held) {
                    flush();
                } else if (read) {
                    to.close();
                    Types.OutgoingBody.finish(body, Optional.empty());
                    ended = true;
                } else {
                    return Optional.of(from.subscribe());
                }
            }
        }
        return Optional.empty();
    }

    private void write(int count) {
        if (isTaken(to.write(count == piece.length ? piece : Arrays.copyOf(piece, count)))) {
            piece = Arrays.copyOfRange(piece, count, piece.length);
            held = true;
        } else {
            end();
        }
    }

    /** Sends what was written: what comes next may take its time. */
    private void flush() {
        held = false;
        if (!isTaken(to.flush())) {
            end();
        }
    }

    /** @return whether something came */
    private boolean fill() throws IOException {
        Result<byte[], Streams.StreamError> got = from.read(PIECE);
        if (got.isOk()) {
            piece = got.orElseThrow();
        } else if (StreamErrors.isEnd(got.failure().orElseThrow())) {
            read = true;
        } else {
            end();
            throw new IOException(BodyInput.CUT_SHORT);
        }
        return piece.length > 0;
    }

    private static boolean isTaken(Result<?, Streams.StreamError> result) {
        result.failure().ifPresent(StreamErrors::isEnd);
        return result.isOk();
    }

    /** Moves no more. */
    void end() {
        ended = true;
        to.close();
    }
}
