package dev.belay.wasi.io;

import java.io.IOException;
import java.io.OutputStream;

/** A java.io stream as an output-stream. Writing waits for as long as the stream underneath does. */
public final class JavaOutputStream implements WasiOutputStream {
    private static final long PERMIT = 1 << 20;

    private final OutputStream out;

    public JavaOutputStream(OutputStream out) {
        this.out = out;
    }

    @Override
    public long checkWrite() {
        return PERMIT;
    }

    @Override
    public void write(byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw StreamException.failed(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw StreamException.failed(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Pollable subscribe() {
        return Pollable.always();
    }
}
