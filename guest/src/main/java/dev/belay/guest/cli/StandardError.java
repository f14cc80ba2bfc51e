package dev.belay.guest.cli;

import dev.belay.guest.Result;
import dev.belay.guest.Uncaught;
import dev.belay.guest.Unit;
import dev.belay.guest.Utf8;
import dev.belay.guest.wasi.cli.Stderr;
import dev.belay.guest.wasi.io.Streams;
import java.util.Arrays;

/**
 * Writes to standard error. The world imports {@code wasi:cli/stderr@0.2.3}.
 *
 * <p>Unlike {@code System.err} it needs no emulation of a system within the component.
 */
public final class StandardError {
    /** Bytes that one blocking write takes, as wasi:io has it. */
    private static final int PIECE = 4096;

    private StandardError() {}

    /** For generated code: what nobody catches is written there. */
    public static void tellUncaught() {
        Uncaught.tellTo(thrown -> println(Uncaught.text(thrown)));
    }

    /** Writes a line as text of UTF-8. What nobody takes is dropped. */
    public static void println(String line) {
        byte[] bytes = Utf8.encode(line + "\n");
        try (Streams.OutputStream out = Stderr.getStderr()) {
            for (int at = 0; at < bytes.length; at += PIECE) {
                byte[] piece = bytes.length <= PIECE ? bytes : Arrays.copyOfRange(bytes, at, Math.min(at + PIECE, bytes.length));
                if (!taken(out.blockingWriteAndFlush(piece))) {
                    return;
                }
            }
        }
    }

    private static boolean taken(Result<Unit, Streams.StreamError> written) {
        if (written instanceof Result.Err<Unit, Streams.StreamError> err
                && err.error() instanceof Streams.StreamError.LastOperationFailed failed) {
            failed.value().close();
        }
        return written.isOk();
    }
}
