package dev.belay.cli;

import dev.belay.cli.dev.Recipe;
import dev.belay.cli.dev.ShellRun;
import dev.belay.cli.dev.Step;
import dev.belay.cli.dev.StepException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Builds with a line for the shell, which writes a file.
 *
 * @param output the file; empty for the only component in the project's {@code target}
 */
record ScriptRecipe(Path directory, String command, Optional<Path> output, Streams streams) implements Recipe {
    @Override
    public List<Path> inputs() {
        return List.of(directory);
    }

    @Override
    public List<Path> outputs() {
        return output.stream().toList();
    }

    @Override
    public Built build() throws StepException, InterruptedException {
        ShellRun run;
        try {
            run = ShellRun.of(directory, List.of("sh", "-c", command), BuildScript.environment());
        } catch (IOException e) {
            throw new StepException(Step.BUILD, command + ": cannot be run: " + ErrorReport.message(e));
        }
        if (run.status() != 0) {
            String said = run.output().isEmpty() ? "" : run.output() + "\n";
            throw new StepException(Step.BUILD, said + "'" + command + "' ended with " + run.status());
        }
        return DevSteps.at(Step.BUILD, () -> new Built(Files.read(made().toString(), streams), run.output()));
    }

    private Path made() {
        if (output.isPresent()) {
            return output.get();
        }
        Path target = directory.resolve("target");
        try (Stream<Path> files = java.nio.file.Files.isDirectory(target) ? java.nio.file.Files.list(target) : Stream.empty()) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".wasm")).sorted().toList();
            if (found.size() == 1) {
                return found.getFirst();
            }
            throw new Failure(target + ": expected one file NAME.wasm after '" + command + "', found "
                    + Worded.names(found.stream().map(file -> String.valueOf(file.getFileName())).toList())
                    + ": say which with --output");
        } catch (IOException e) {
            throw new Failure(Files.describe(e));
        }
    }
}
