package dev.belay.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What builds a project that is none of Java's: see docs/new.md. */
final class BuildScript {
    private static final String NAME = "build.sh";
    /** How the script runs belay. */
    private static final String BELAY = "BELAY";

    private BuildScript() {}

    static boolean isIn(Path project) {
        return Files.isRegularFile(project.resolve(NAME));
    }

    /** What a script finds in its environment besides what there is. */
    static Map<String, String> environment() {
        Path launcher = Path.of(System.getProperty("belay.home", "")).resolve("belay").toAbsolutePath();
        boolean given = System.getenv(BELAY) != null || !Files.isExecutable(launcher);
        return given ? Map.of() : Map.of(BELAY, launcher.toString());
    }

    /** The script, as a line for a shell in the project. */
    static String line() {
        return "./" + NAME;
    }

    /**
     * Runs it, with this program's standard streams.
     *
     * @throws Failure if it cannot be run, or fails
     */
    static void run(Path project) {
        Path script = project.resolve(NAME);
        var process = new ProcessBuilder(script.toAbsolutePath().toString()).directory(project.toAbsolutePath().toFile()).inheritIO();
        process.environment().putAll(environment());
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
