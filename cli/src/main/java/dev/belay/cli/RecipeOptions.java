package dev.belay.cli;

import dev.belay.cli.dev.Recipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a project is built, as options or as its files say. */
final class RecipeOptions {
    private static final String COMPONENT = ".wasm";

    @Option(names = "--build", paramLabel = "COMMAND",
            description = "A line for the shell that builds the component, run in the project. Default: build.sh, if there is one, "
                    + "and else as `belay build` does.")
    private Optional<String> command = Optional.empty();

    @Option(names = {"-o", "--output"}, paramLabel = "FILE",
            description = "What --build or build.sh writes. Default: the only component in the project's target.")
    private Optional<Path> output = Optional.empty();

    @Mixin
    private final JavaProjectOptions java = new JavaProjectOptions();

    /**
     * @param project a directory, or a component
     * @throws Failure if nothing says how it is built
     */
    Recipe recipe(Path project, Streams streams) {
        if (Files.isRegularFile(project) || project.toString().endsWith(COMPONENT)) {
            if (command.isPresent()) {
                throw new Failure(project + ": a component is watched as it is: give --build a project's directory", ExitCode.USAGE);
            }
            return new FileRecipe(project.toString(), streams);
        }
        if (!Files.isDirectory(project.toAbsolutePath())) {
            throw new Failure(project + ": expected a project's directory or a component, found nothing");
        }
        if (command.isPresent()) {
            return new ScriptRecipe(project, command.get(), output, streams);
        }
        if (BuildScript.isIn(project)) {
            return new ScriptRecipe(project, BuildScript.line(), output, streams);
        }
        if (output.isPresent()) {
            throw new Failure("--output needs --build, or a build.sh in the project", ExitCode.USAGE);
        }
        if (!java.hasWorld(project)) {
            throw new Failure((project.toString().isEmpty() ? "the current directory" : project.toString())
                    + ": expected a project in Java (wit and src/main/java) or a build.sh, found neither: "
                    + "say how it is built with --build, or where its WIT is with --wit");
        }
        return new JavaRecipe(project, java, GuestCompiler.load());
    }
}
