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
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A program for the build: uses the command as people do, so that Java can record for its ahead-of-time cache what a start needs.
 * Composes wasmPay's example, serves it and asks it some times; then runs a platform to which its banks are applied.
 */
public final class Training {
    private static final int PATIENCE_SECONDS = 30;
    private static final int REQUESTS = 20;
    /** Larger components take their time, and tell nothing more. */
    private static final long SMALL_BYTES = 256 << 10;

    private Training() {}

    /** @param args a directory to write to, whose compiled code is used if there is any */
    public static void main(String[] args) throws Exception {
        Path app = Path.of(args[0]).resolve("app.wasm");
        compose(app);
        URI server = started("serve", app.toString(), "--http", "127.0.0.1:0");
        for (int i = 0; i < REQUESTS; i++) {
            ask(server, server.getAuthority());
        }
        platform(Path.of(args[0]).resolve("platform"));
        System.exit(ExitCode.OK);
    }

    /** A command that goes on until the program ends, and where it takes requests. */
    private static URI started(String... command) throws InterruptedException {
        var url = new ArrayBlockingQueue<String>(1);
        var streams = new Streams(
                InputStream.nullInputStream(), new PrintStream(new Lines(url), true, StandardCharsets.UTF_8), System.err, false);
        var server = new Thread(() -> Belay.run(streams, command), command[0]);
        server.setDaemon(true);
        server.start();
        String first = url.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (first == null) {
            throw new IllegalStateException("the server did not start");
        }
        return URI.create(first);
    }

    /** One application after the other is applied, and asked. */
    private static void platform(Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        Path manifest = directory.resolve("platform.yaml");
        WasmPay example = WasmPay.find();
        var applications = new ArrayList<String>();
        Optional<URI> host = Optional.empty();
        for (String name : example.validators()) {
            Path component = example.directory().resolve("validators").resolve(name).resolve(name + ".wasm");
            if (Files.size(component) > SMALL_BYTES) {
                continue;
            }
            applications.add("  %s: {harness: payments, component: %s, triggers: [{http: {host: %s.test}}]}".formatted(
                    name, component, name));
            Files.writeString(manifest, """
                    platform: training
                    http: {address: "127.0.0.1:0"}
                    harnesses: {payments: {upper: %s}}
                    applications:
                    %s
                    """.formatted(example.directory().resolve("harness/harness.wasm"), String.join("\n", applications)));
            if (host.isEmpty()) {
                host = Optional.of(started("up", manifest.toString()));
            } else {
                run("apply", manifest.toString());
            }
            ask(host.get(), name + ".test");
        }
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

    private static void ask(URI server, String host) throws IOException {
        String body = "{}";
        String request = "POST /validate HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n"
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
