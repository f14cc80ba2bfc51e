package dev.belay.cli.dev;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that ran to its end.
 *
 * @param output what it wrote to either stream, stripped; of much, the end
 */
public record ShellRun(int status, String output) {
    /** Of what a compiler says, more is not read. */
    private static final int MAX_OUTPUT = 64 << 10;

    private static final int PIECE = 8 << 10;
    /** What a program left running can hold its streams open: they are not waited for. */
    private static final long STREAM_MILLIS = 500;

    /** @throws InterruptedException if it was interrupted: the program, and what it started, have ended */
    public static ShellRun of(Path directory, List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(directory.toAbsolutePath().toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            var text = new Tail(MAX_OUTPUT);
            Thread reader = Thread.ofVirtual().start(() -> copy(process.getInputStream(), text));
            int status = process.waitFor();
            reader.join(STREAM_MILLIS);
            return new ShellRun(status, text.text().strip());
        } finally {
            end(process);
        }
    }

    private static void copy(InputStream from, Tail to) {
        char[] piece = new char[PIECE];
        try (var characters = new InputStreamReader(from, StandardCharsets.UTF_8)) {
            for (int n = characters.read(piece); n >= 0; n = characters.read(piece)) {
                to.add(String.valueOf(piece, 0, n));
            }
        } catch (IOException _) {
            // It ended while being read.
        }
    }

    private static void end(Process process) throws InterruptedException {
        if (process.isAlive()) {
            List<ProcessHandle> started = process.descendants().toList();
            process.destroyForcibly();
            started.forEach(ProcessHandle::destroyForcibly);
            process.waitFor(STREAM_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
