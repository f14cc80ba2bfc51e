package dev.belay.guest.http;

import dev.belay.guest.wasi.io.Poll;
import dev.belay.guest.wasi.io.Streams;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Optional;

/** Two bodies at the same time: a request's is sent on while the answer's comes back. */
final class Relay implements AutoCloseable {
    private final Sent sent;
    private final Pump sending;

    Relay(Streams.InputStream from, Sent sent) {
        this.sent = sent;
        this.sending = new Pump(from, sent.body());
    }

    /**
     * Sends the body until the answer's head is there.
     *
     * @throws IOException if there will be none
     */
    Reply head() throws IOException {
        Optional<Reply> reply = sent.find();
        while (reply.isEmpty()) {
            Optional<Poll.Pollable> wait = sending.move();
            await(sent.subscribe(), wait);
            reply = sent.find();
        }
        return reply.get();
    }

    /** Copies the answer's body, and sends what is left of the request's meanwhile. */
    void copy(Reply reply, OutputStream out) throws IOException {
        BodyInput in = reply.input();
        for (Optional<byte[]> piece = in.now(); piece.isPresent(); piece = in.now()) {
            Optional<Poll.Pollable> wait = sending.move();
            if (piece.get().length > 0) {
                wait.ifPresent(Poll.Pollable::close);
                out.write(piece.get());
            } else {
                await(in.stream().subscribe(), wait);
            }
        }
    }

    /** Sends no more: the stream first, which is a part of the body. */
    @Override
    public void close() {
        sending.end();
        sent.close();
    }

    private static void await(Poll.Pollable one, Optional<Poll.Pollable> other) {
        var all = new ArrayList<Poll.Pollable>();
        all.add(one);
        other.ifPresent(all::add);
        Poll.poll(all);
        all.forEach(Poll.Pollable::close);
    }
}
