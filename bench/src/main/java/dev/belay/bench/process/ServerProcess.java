package dev.belay.bench.process;

import dev.belay.bench.row.BenchException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** A server in a process of its own, which is asked as soon as it was started, again and again, until it answers. */
public final class ServerProcess implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 120;
    private static final int GOODBYE_SECONDS = 20;
    private static final int HEAD_BYTES = 4_096;
    private static final byte[] REQUEST =
            "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Process process;
    private final int port;
    private final long nanos;

    private ServerProcess(Process process, int port, long nanos) {
        this.process = process;
        this.port = port;
        this.nanos = nanos;
    }

    /**
     * Starts it and waits for its first answer, which has to begin with one of the statuses.
     *
     * @param command for a port that is free
     * @param log where its output goes
     * @param statuses such as 200
     */
    public static ServerProcess start(
            IntFunction<List<String>> command, Map<String, String> environment, Path log, Integer... statuses) {
        try {
            int port = freePort();
            var builder = new ProcessBuilder(command.apply(port))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            long start = System.nanoTime();
            Process process = builder.start();
            Optional<Integer> status = Optional.empty();
            while (status.isEmpty()) {
                if (!process.isAlive() || System.nanoTime() - start > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                    process.destroy();
                    throw new BenchException("a server did not answer: " + Files.readString(log).strip());
                }
                status = ask(port);
            }
            var server = new ServerProcess(process, port, System.nanoTime() - start);
            if (!Arrays.asList(statuses).contains(status.get())) {
                server.close();
                throw new BenchException("expected status " + Arrays.toString(statuses) + ", found " + status.get());
            }
            return server;
        } catch (IOException e) {
            throw new BenchException("cannot start a server: " + e.getMessage(), e);
        }
    }

    public int port() {
        return port;
    }

    /** From the start of the process to the end of its first answer. */
    public double millis() {
        return nanos / 1e6;
    }

    /** The options that its JVM was started with: what is between the name of the program and {@code -cp}. */
    public List<String> javaOptions() {
        List<String> arguments = Arrays.asList(process.info().arguments().orElse(new String[0]));
        int end = arguments.indexOf("-cp");
        return end < 0 ? List.of() : List.copyOf(arguments.subList(0, end));
    }

    @Override
    public void close() {
        Subprocess.end(process, GOODBYE_SECONDS);
    }

    /** The status of an answer; empty if there is none yet. */
    private static Optional<Integer> ask(int port) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(REQUEST);
            String answer = new String(socket.getInputStream().readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
            String[] words = answer.split(" ", 3);
            return words.length < 3 ? Optional.empty() : Optional.of(Integer.parseInt(words[1]));
        } catch (SocketException _) {
            pause();
            return Optional.empty();
        }
    }

    /** Short against what is measured, long enough to leave the processors to the one that starts. */
    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted", e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
