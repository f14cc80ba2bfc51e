package dev.belay.wasi.http;

import dev.belay.wasi.http.transport.HttpException;
import dev.belay.wasi.io.Pollable;
import dev.belay.wasi.io.StreamException;
import dev.belay.wasi.io.WasiOutputStream;
import java.util.function.LongSupplier;

/** An outgoing body as an output-stream. */
final class OutgoingStream implements WasiOutputStream {
    private final BodyWriter writer;
    private final Children siblings;
    private long granted;
    private boolean failed;

    /** @param siblings of the body that this is a child of */
    OutgoingStream(BodyWriter writer, Children siblings) {
        this.writer = writer;
        this.siblings = siblings;
        siblings.add();
    }

    /** What was granted once stays so until it is used, also when the message is handed over meanwhile. */
    @Override
    public long checkWrite() {
        granted = attempt(() -> Math.max(granted, writer.permit()));
        return granted;
    }

    @Override
    public void write(byte[] bytes) {
        granted = attempt(() -> {
            writer.write(bytes);
            return Math.max(0, granted - bytes.length);
        });
    }

    @Override
    public void flush() {
        granted = attempt(() -> {
            writer.flush();
            return 0;
        });
    }

    private long attempt(LongSupplier operation) {
        if (failed) {
            throw StreamException.closed();
        }
        try {
            return operation.getAsLong();
        } catch (HttpException e) {
            failed = true;
            throw HttpErrors.stream(e.error());
        }
    }

    @Override
    public Pollable subscribe() {
        return new Pollable() {
            @Override
            public boolean ready() {
                return granted > 0 || writer.isReady();
            }

            @Override
            public void onReady(Runnable callback) {
                if (granted > 0) {
                    callback.run();
                } else {
                    writer.onReady(callback);
                }
            }

            @Override
            public void stopWaiting() {
                writer.stopWaiting();
            }
        };
    }

    @Override
    public void close() {
        siblings.remove();
    }
}
