package dev.belay.cli;

import dev.belay.cli.dev.Recipe;
import dev.belay.cli.dev.Step;
import dev.belay.cli.dev.StepException;
import java.nio.file.Path;
import java.util.List;

/** A component that somebody else builds: it is taken as it is. */
record FileRecipe(String file, Streams streams) implements Recipe {
    @Override
    public List<Path> inputs() {
        return List.of(Path.of(file));
    }

    @Override
    public List<Path> outputs() {
        return List.of();
    }

    @Override
    public Built build() throws StepException {
        return DevSteps.at(Step.BUILD, () -> new Built(Files.read(file, streams), ""));
    }
}
