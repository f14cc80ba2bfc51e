package dev.belay.wasi.http;

import dev.belay.wasi.http.transport.BodySink;
import dev.belay.wasi.http.transport.ErrorCode;
import dev.belay.wasi.http.transport.HttpException;
import dev.belay.wasi.http.transport.HttpField;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a guest writes of a body and gives it to the sink, one piece at a time.
 *
 * <p>The guest may write before there is a sink, and finish then too. Data waits for a flush, for a half full buffer or
 * for the end, so that short messages go in one piece. The first of it can be held back for longer, see {@link
 * #attachHeld}. The guest's thread calls it, and so do the transport's, to say
 * that a write is complete.
 */
final class BodyWriter {
    private enum State {
        OPEN,
        FINISHING,
        FINISHED,
        FAILED
    }

    private final HttpLimits limits;
    private final HttpMemory memory;
    private final OptionalLong expectedLength;
    private final ErrorCode.Kind sizeError;
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(0);
    private State state = State.OPEN;
    private long written;
    private int inFlight;
    private boolean writing;
    private boolean flushing;
    private boolean announcing;
    /** Nothing is sent yet, unless it is much: the rest may follow at once. */
    private boolean held;
    /** Whether what is held was flushed. */
    private boolean awaited;

    private boolean started;
    private boolean broken;
    private List<HttpField> trailers = List.of();
    private @Nullable BodySink sink;
    private @Nullable ErrorCode failure;
    private @Nullable Runnable waiter;

    /**
     * @param expectedLength of the whole body, from the message's headers
     * @param sizeError the error if the body is of another length
     */
    BodyWriter(HttpState http, OptionalLong expectedLength, ErrorCode.Kind sizeError) {
        this.limits = http.limits();
        this.memory = http.memory();
        this.expectedLength = expectedLength;
        this.sizeError = sizeError;
    }

    /** Says where the body goes. To be called once. */
    void attach(BodySink to) {
        attach(to, false);
    }

    /** The same, but what is written waits for {@link #announce}, also if it is flushed or finished. */
    void attachHeld(BodySink to) {
        attach(to, true);
    }

    private void attach(BodySink to, boolean hold) {
        synchronized (this) {
            sink = to;
            held = hold;
        }
        pump(true);
    }

    /**
     * How many bytes may be written now; 0 to wait.
     *
     * @throws HttpException if nothing can be written any more
     */
    synchronized long permit() {
        if (failure != null) {
            throw new HttpException(failure);
        }
        if (sink == null) {
            int room = limits.unsentBytes() - buffer.size();
            if (room <= 0) {
                throw fail(ErrorCode.internal("expected the message to be handed over before " + limits.unsentBytes()
                        + " bytes of its body are written"));
            }
            return room;
        }
        return flushing ? 0 : Math.max(0, limits.bufferBytes() - buffer.size() - inFlight);
    }

    /**
     * Takes data, not more than {@link #permit} said.
     *
     * @throws HttpException if nothing can be written any more, or the body gets longer than its headers say
     */
    void write(byte[] data) {
        synchronized (this) {
            if (failure != null) {
                throw new HttpException(failure);
            }
            if (expectedLength.isPresent() && data.length > expectedLength.getAsLong() - written) {
                throw fail(ErrorCode.ofSize(sizeError, written + data.length));
            }
            memory.take(data.length);
            buffer.writeBytes(data);
            written += data.length;
        }
        pump(true);
    }

    /** Begins to send what was written. There is no permit until all of it was taken. */
    void flush() {
        synchronized (this) {
            if (failure != null) {
                throw new HttpException(failure);
            }
            // Without a sink there is nothing to wait for: only the guest can bring one.
            awaited = true;
            flushing = sink != null && !held && (buffer.size() > 0 || writing);
        }
        pump(true);
    }

    /** Sends what was written, and the head of the message if nothing was sent yet. Not for the guest's calls. */
    void announce() {
        synchronized (this) {
            held = false;
            announcing = !started && state == State.OPEN;
        }
        pump(false);
    }

    /**
     * Ends the body.
     *
     * @return what is wrong; the message is incomplete then
     */
    Optional<ErrorCode> finish(List<HttpField> withTrailers) {
        synchronized (this) {
            if (failure == null && expectedLength.isPresent() && written != expectedLength.getAsLong()) {
                fail(ErrorCode.ofSize(sizeError, written));
            }
            if (failure == null) {
                state = State.FINISHING;
                trailers = withTrailers;
            }
        }
        abortIfFailed();
        pump(true);
        return failure();
    }

    /** The body will not be finished; does nothing if it is already. */
    void abandon(ErrorCode reason) {
        synchronized (this) {
            if (state != State.OPEN) {
                return;
            }
            fail(reason);
        }
        abortIfFailed();
    }

    /** Calls back once, when {@link #permit} would not give 0. A later callback replaces an earlier one. */
    void onReady(Runnable callback) {
        synchronized (this) {
            if (!isReady()) {
                waiter = callback;
                return;
            }
        }
        callback.run();
    }

    /** Whoever asked to be called back does not wait for it any more. */
    synchronized void stopWaiting() {
        waiter = null;
    }

    /** Whether somebody waits until more can be written. */
    synchronized boolean isWaitedFor() {
        return waiter != null;
    }

    /** Completed when all was sent. */
    CompletableFuture<Void> done() {
        return done;
    }

    synchronized boolean isReady() {
        return state != State.OPEN || sink == null || permit() > 0;
    }

    /** Whether the sink was given anything. */
    synchronized boolean isStarted() {
        return started;
    }

    /** Whether the sink failed, before anything else did. */
    synchronized boolean isBroken() {
        return broken;
    }

    /** Whether there is something to send as soon as possible. */
    synchronized boolean isAwaited() {
        return awaited || state != State.OPEN;
    }

    synchronized boolean isOpen() {
        return state == State.OPEN;
    }

    synchronized Optional<ErrorCode> failure() {
        return Optional.ofNullable(failure);
    }

    private HttpException fail(ErrorCode reason) {
        failure = reason;
        state = State.FAILED;
        memory.give(buffer.size());
        buffer.reset();
        return new HttpException(reason);
    }

    private void abortIfFailed() {
        BodySink to;
        ErrorCode reason;
        synchronized (this) {
            to = sink;
            reason = failure;
        }
        if (reason != null) {
            if (to != null) {
                to.abort(reason);
            }
            done.completeExceptionally(new HttpException(reason));
            wake();
        }
    }

    /** @param deep whether the guest calls, which may have left little of its stack */
    private void pump(boolean deep) {
        BodySink to;
        byte[] data;
        boolean last;
        synchronized (this) {
            to = sink;
            last = state == State.FINISHING;
            if (to == null || writing || !shouldSend()) {
                return;
            }
            if (deep) {
                StackRoom.require();
            }
            data = buffer.toByteArray();
            buffer.reset();
            inFlight = data.length;
            writing = true;
            started = true;
            announcing = false;
            held = false;
            if (last) {
                state = State.FINISHED;
            }
        }
        CompletableFuture<Void> sent;
        try {
            sent = last ? to.finish(data, trailers) : to.write(data);
        } catch (StackOverflowError e) {
            // The guest's: it is stopped, and nobody must wait for this write.
            sent(e, last);
            throw e;
        }
        sent.whenComplete((_, problem) -> sent(problem, last));
    }

    private boolean shouldSend() {
        return switch (state) {
            case OPEN -> announcing
                    || (buffer.size() > 0 && (flushing || buffer.size() >= limits.bufferBytes() / 2));
            case FINISHING -> !held;
            case FINISHED, FAILED -> false;
        };
    }

    private void sent(@Nullable Throwable problem, boolean last) {
        synchronized (this) {
            writing = false;
            memory.give(inFlight);
            inFlight = 0;
            flushing = flushing && buffer.size() > 0;
            if (problem != null && failure == null) {
                broken = true;
                fail(HttpException.errorOf(problem));
            }
        }
        if (problem != null) {
            done.completeExceptionally(new HttpException(HttpException.errorOf(problem), problem));
        } else if (last) {
            done.complete(null);
        }
        pump(false);
        wake();
    }

    private void wake() {
        Runnable callback;
        synchronized (this) {
            if (!isReady()) {
                return;
            }
            callback = waiter;
            waiter = null;
        }
        if (callback != null) {
            callback.run();
        }
    }
}
