package dev.belay.bench.process;

import dev.belay.bench.row.BenchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Other programs. */
public final class Subprocess {
    private static final int SHOWN = 2_000;

    private Subprocess() {}

    /**
     * Runs one to its end.
     *
     * @param environment more of it
     * @return what it printed on stdout
     * @throws BenchException if it takes too long, or ends with anything but 0
     */
    public static String run(Path directory, Map<String, String> environment, int seconds, List<String> command) {
        Path out = temporary();
        Path err = temporary();
        try {
            var builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new BenchException(command + " took longer than " + seconds + " s");
            }
            if (process.exitValue() != 0) {
                throw new BenchException(command.getFirst() + " ended with " + process.exitValue() + ": "
                        + shown(Files.readString(err, StandardCharsets.UTF_8)));
            }
            return Files.readString(out, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BenchException("cannot run " + command.getFirst() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted", e);
        } finally {
            delete(out);
            delete(err);
        }
    }

    /** Asks a program to end, and ends it if it takes longer than it may; and with it what it has started, which may outlive it. */
    public static void end(Process process, int seconds) {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } finally {
            started.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static String shown(String text) {
        String stripped = text.strip();
        return stripped.substring(0, Math.min(stripped.length(), SHOWN));
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("belay-bench", ".txt");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
