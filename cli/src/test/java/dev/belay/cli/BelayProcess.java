package dev.belay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command as a process of its own. */
record BelayProcess(Process process, BufferedReader out) implements AutoCloseable {
    static BelayProcess start(String... words) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dbelay.home=..",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.belay.cli.Main"));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        return new BelayProcess(process, process.inputReader(StandardCharsets.UTF_8));
    }

    String line() throws IOException {
        String line = out.readLine();
        assertThat(line).as("a line of belay's, which has ended").isNotNull();
        return line;
    }

    /** The next line that has a text. */
    String lineWith(String text) throws IOException {
        String line = line();
        while (!line.contains(text)) {
            line = line();
        }
        return line;
    }

    /** @return the exit code after SIGTERM */
    int stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends").isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
