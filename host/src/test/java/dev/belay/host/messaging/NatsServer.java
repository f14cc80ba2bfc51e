package dev.belay.host.messaging;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real nats-server on a free port; without one installed the test is skipped, or fails if servers are required. */
final class NatsServer implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("Listening for client connections on .*:(\\d+)");
    private static final int ANY_PORT = -1;

    private final Process process;
    private final int port;

    private NatsServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static NatsServer start(String... options) throws IOException {
        return start(ANY_PORT, options);
    }

    static NatsServer start(int port, String... options) throws IOException {
        var command = new ArrayList<>(List.of(executable().toString(), "-a", "127.0.0.1", "-p", "" + port));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader log = process.inputReader();
        var found = port;
        var said = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            said.append(line).append('\n');
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                found = Integer.parseInt(listening.group(1));
            }
            if (line.contains("Server is ready")) {
                // What it says later must be read too, or it waits.
                Thread.startVirtualThread(() -> log.lines().forEach(_ -> {}));
                return new NatsServer(process, found);
            }
        }
        throw new IOException("nats-server did not start:\n" + said);
    }

    int port() {
        return port;
    }

    String url() {
        return "nats://127.0.0.1:" + port;
    }

    /** Ends it without a farewell, and returns when it has ended. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    private static Path executable() {
        String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/usr/local/bin";
        return Stream.of(path.split(":"))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, "nats-server"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(NatsServer::missing);
    }

    private static Path missing() {
        String message = "nats-server is not installed (Debian: apt-get install nats-server)";
        return Boolean.getBoolean("belay.servers.required") ? fail(message) : abort(message);
    }
}
