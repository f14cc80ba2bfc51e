package dev.belay.bench.platform;

import dev.belay.bench.row.BenchException;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A nats-server with JetStream in a process of its own, which can be ended and started again on the same port. */
final class NatsProcess implements AutoCloseable {
    static final String NEEDED = "needs nats-server (Debian: nats-server)";

    private final Path executable;
    private final Path directory;
    private final int port;
    private Process process;

    private NatsProcess(Path executable, Path directory, int port) {
        this.executable = executable;
        this.directory = directory;
        this.port = port;
        this.process = run();
    }

    /** @return empty if none is installed */
    static Optional<NatsProcess> start(Path directory) {
        return executable().map(program -> new NatsProcess(program, directory, freePort()));
    }

    private static Optional<Path> executable() {
        return Stream.of((System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/usr/local/bin").split(":"))
                .filter(name -> !name.isEmpty())
                .map(name -> Path.of(name, "nats-server"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    String url() {
        return "nats://127.0.0.1:" + port;
    }

    /** As {@code kill -9} does; then it is started again, with what it had written. */
    void restart() {
        kill();
        process = run();
    }

    private Process run() {
        try {
            Process started = new ProcessBuilder(
                            executable.toString(), "-a", "127.0.0.1", "-p", String.valueOf(port), "-js", "-sd", directory.toString())
                    .redirectErrorStream(true)
                    .start();
            BufferedReader log = started.inputReader();
            for (String line = log.readLine(); line != null; line = log.readLine()) {
                if (line.contains("Server is ready")) {
                    // What it says later must be read, or it waits.
                    Thread.startVirtualThread(() -> log.lines().forEach(_ -> {}));
                    return started;
                }
            }
            throw new BenchException("nats-server did not start");
        } catch (IOException e) {
            throw new BenchException("cannot start nats-server: " + e.getMessage(), e);
        }
    }

    private void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new BenchException("no port is free", e);
        }
    }
}
