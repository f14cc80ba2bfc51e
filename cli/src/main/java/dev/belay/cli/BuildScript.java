package dev.belay.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What builds a project that is none of Java's: see docs/new.md. */
final class BuildScript {
    private static final String NAME = "build.sh";
    /** How the script runs belay. */
    private static final String BELAY = "BELAY";

    private BuildScript() {}

    static boolean isIn(Path project) {
        return Files.isRegularFile(project.resolve(NAME));
    }

    /**
     * Runs it, with this program's standard streams.
     *
     * @throws Failure if it cannot be run, or fails
     */
    static void run(Path project) {
        Path script = project.resolve(NAME);
        var process = new ProcessBuilder(script.toAbsolutePath().toString()).directory(project.toAbsolutePath().toFile()).inheritIO();
        Path launcher = Path.of(System.getProperty("belay.home", "")).resolve("belay");
        if (Files.isExecutable(launcher)) {
            process.environment().putIfAbsent(BELAY, launcher.toAbsolutePath().toString());
        }
        try {
            int code = process.start().waitFor();
            if (code != 0) {
                throw new Failure(script + ": ended with " + code);
            }
        } catch (IOException e) {
            throw new Failure(script + ": cannot be run: " + ErrorReport.message(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(script + ": interrupted");
        }
    }
}
