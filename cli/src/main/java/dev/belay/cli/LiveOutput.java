package dev.belay.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** Passes on what a guest writes at once, and tells it when nobody reads any more. */
final class LiveOutput extends OutputStream {
    private final PrintStream to;

    LiveOutput(PrintStream to) {
        this.to = to;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one});
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        to.write(bytes, from, count);
        // Flushes, too.
        if (to.checkError()) {
            throw new IOException("the other end was closed");
        }
    }
}
