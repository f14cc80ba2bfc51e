package dev.belay.cli;

import dev.belay.cli.dev.Recipe;
import dev.belay.cli.dev.Step;
import dev.belay.cli.dev.StepException;
import java.nio.file.Path;
import java.util.List;

/** Builds a Java project in this process, with a compiler that stays loaded: it gets faster from build to build. */
final class JavaRecipe implements Recipe {
    private final Path directory;
    private final JavaProjectOptions project;
    private final GuestCompiler compiler;

    JavaRecipe(Path directory, JavaProjectOptions project, GuestCompiler compiler) {
        this.directory = directory;
        this.project = project;
        this.compiler = compiler;
    }

    @Override
    public List<Path> inputs() {
        return project.inputs(directory);
    }

    @Override
    public List<Path> outputs() {
        return List.of(project.work(directory));
    }

    @Override
    public Built build() throws StepException {
        return DevSteps.at(
                Step.BUILD, () -> new Built(project.component(directory, project.world(directory), compiler), ""));
    }
}
