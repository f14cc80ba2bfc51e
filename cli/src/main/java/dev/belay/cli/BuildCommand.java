package dev.belay.cli;

import dev.belay.wit.resolve.WitWorld;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = "Builds a component from a project: a Java one by itself, others with their build.sh.",
        footer = {
            "",
            "Examples:",
            "  belay build                            (sources in src/main/java, WIT in wit/)",
            "  belay build my-bank                    (made by `belay new my-bank`, in any language)",
            "  belay build validator --wit contract.wit --world validator -o validator.wasm",
            "",
            "The world's bindings are generated; a public class implements each interface that the world exports."
        })
final class BuildCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "DIR", description = "The project; default: the current directory.")
    private Path directory = Path.of("");

    @Mixin
    private final JavaProjectOptions project = new JavaProjectOptions();

    @Option(names = {"-o", "--output"}, paramLabel = "OUT", description = "Default: target/WORLD.wasm, in the project.")
    private String output = "";

    @Spec
    private CommandSpec spec;

    private final Streams streams;

    @SuppressWarnings("NullAway.Init") // picocli injects spec
    BuildCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        boolean options = !spec.commandLine().getParseResult().matchedOptions().isEmpty();
        // A script beside sources of Java may be what calls this, with options.
        if (BuildScript.isIn(directory) && !(options && SourceLanguage.of(directory).equals("Java"))) {
            if (options) {
                throw new Failure(directory.resolve("build.sh") + ": expected no options, since this script builds the project",
                        ExitCode.USAGE);
            }
            BuildScript.run(directory);
            return ExitCode.OK;
        }
        WitWorld world = project.world(directory);
        try (var compiler = GuestCompiler.load()) {
            byte[] component = project.component(directory, world, compiler);
            String file = output.isEmpty() ? directory.resolve("target").resolve(world.name() + ".wasm").toString() : output;
            Files.write(file, component, streams);
        }
        return ExitCode.OK;
    }
}
