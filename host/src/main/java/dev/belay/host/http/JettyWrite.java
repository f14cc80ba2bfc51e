package dev.belay.host.http;

import dev.belay.wasi.http.transport.HttpException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;

/** Writes a piece of a body to Jetty. */
final class JettyWrite {
    private JettyWrite() {}

    static CompletableFuture<Void> write(Content.Sink sink, boolean last, byte[] data) {
        var done = new CompletableFuture<Void>();
        sink.write(
                last,
                ByteBuffer.wrap(data),
                Callback.from(
                        Invocable.InvocationType.NON_BLOCKING,
                        () -> done.complete(null),
                        failure -> done.completeExceptionally(
                                new HttpException(JettyErrors.ofWrite(failure), failure))));
        return done;
    }
}
