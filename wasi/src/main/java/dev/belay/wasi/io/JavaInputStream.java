package dev.belay.wasi.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A java.io stream as an input-stream. It is read ahead, by one piece and only once the guest has asked, on a virtual
 * thread, so that the guest can wait for it and for other things together.
 */
public final class JavaInputStream implements WasiInputStream {
    private static final int PIECE = 1 << 16;

    private final InputStream in;
    private final List<Runnable> callbacks = new ArrayList<>();
    private byte[] piece = NOTHING;
    private boolean reading;
    private boolean ended;
    private @Nullable String failure;

    public JavaInputStream(InputStream in) {
        this.in = in;
    }

    @Override
    public synchronized byte[] read(int limit) {
        if (piece.length > 0) {
            byte[] given = limit >= piece.length ? piece : Arrays.copyOf(piece, limit);
            piece = given.length == piece.length ? NOTHING : Arrays.copyOfRange(piece, limit, piece.length);
            return given;
        }
        if (failure != null) {
            throw StreamException.failed(failure);
        }
        if (ended) {
            throw StreamException.closed();
        }
        fetch();
        return NOTHING;
    }

    @Override
    public Pollable subscribe() {
        return new Pollable() {
            @Override
            public boolean ready() {
                synchronized (JavaInputStream.this) {
                    fetch();
                    return isReady();
                }
            }

            @Override
            public void onReady(Runnable callback) {
                synchronized (JavaInputStream.this) {
                    fetch();
                    if (!isReady()) {
                        callbacks.add(callback);
                        return;
                    }
                }
                callback.run();
            }
        };
    }

    private boolean isReady() {
        return piece.length > 0 || ended || failure != null;
    }

    private void fetch() {
        if (!reading && !isReady()) {
            reading = true;
            Thread.ofVirtual().start(this::readPiece);
        }
    }

    private void readPiece() {
        byte[] buffer = new byte[PIECE];
        int count = -1;
        String problem = null;
        try {
            count = in.read(buffer);
        } catch (IOException e) {
            problem = String.valueOf(e.getMessage());
        }
        List<Runnable> waiting;
        synchronized (this) {
            reading = false;
            failure = problem;
            if (count > 0) {
                piece = Arrays.copyOf(buffer, count);
            } else {
                ended = true;
            }
            waiting = List.copyOf(callbacks);
            callbacks.clear();
        }
        waiting.forEach(Runnable::run);
    }
}
