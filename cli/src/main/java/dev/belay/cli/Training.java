package dev.belay.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A program for the build: uses the command as people do, so that Java can record for its ahead-of-time cache what a start needs.
 * Composes wasmPay's example, calls it, serves it and asks it some times.
 */
public final class Training {
    private static final int PATIENCE_SECONDS = 30;
    private static final int REQUESTS = 20;

    private Training() {}

    /** @param args a directory to write to, whose compiled code is used if there is any */
    public static void main(String[] args) throws Exception {
        Path app = Path.of(args[0]).resolve("app.wasm");
        compose(app);
        var url = new ArrayBlockingQueue<String>(1);
        var streams = new Streams(
                InputStream.nullInputStream(), new PrintStream(new Lines(url), true, StandardCharsets.UTF_8), System.err, false);
        var server = new Thread(() -> Belay.run(streams, "serve", app.toString(), "--http", "127.0.0.1:0"), "serve");
        server.setDaemon(true);
        server.start();
        String first = url.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (first == null) {
            throw new IllegalStateException("the server did not start");
        }
        for (int i = 0; i < REQUESTS; i++) {
            ask(URI.create(first));
        }
        System.exit(ExitCode.OK);
    }

    /** By each of the ways there are. */
    private static void compose(Path app) throws IOException {
        var example = WasmPay.find().directory();
        String harness = example.resolve("harness/harness.wasm").toString();
        String validator = example.resolve("validators/nordhaven/nordhaven.wasm").toString();
        String text = app.resolveSibling("app.wac").toString();
        Files.writeString(Path.of(text), """
                package belay:training;
                let validator = new app:validator { ... };
                let harness = new app:harness { ...validator, ... };
                export harness...;
                """);
        run("compose", text, "--dep", "app:harness=" + harness, "--dep", "app:validator=" + validator, "-o", app.toString());
        run("plug", harness, "--plug", validator, "-o", app.toString());
    }

    private static void run(String... command) {
        var silent = new Streams(
                InputStream.nullInputStream(), new PrintStream(OutputStream.nullOutputStream()), System.err, false);
        if (Belay.run(silent, command) != ExitCode.OK) {
            throw new IllegalStateException("failed: " + String.join(" ", command));
        }
    }

    private static void ask(URI server) throws IOException {
        String body = "{}";
        String request = "POST /validate HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nConnection: close\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            if (socket.getInputStream().readAllBytes().length == 0) {
                throw new IllegalStateException("the server did not answer");
            }
        }
    }

    /** Hands on the first line that is written. */
    private static final class Lines extends OutputStream {
        private final BlockingQueue<String> first;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        Lines(BlockingQueue<String> first) {
            this.first = first;
        }

        @Override
        public void write(int b) {
            if (b != '\n') {
                line.write(b);
            } else {
                first.offer(line.toString(StandardCharsets.UTF_8).strip());
                line.reset();
            }
        }
    }
}
