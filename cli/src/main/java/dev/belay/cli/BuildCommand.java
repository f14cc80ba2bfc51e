package dev.belay.cli;

import dev.belay.wit.resolve.WitWorld;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = "Builds a component from a Java project.",
        footer = {
            "",
            "Examples:",
            "  belay build                            (sources in src/main/java, WIT in wit/)",
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

    private final Streams streams;

    BuildCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        WitWorld world = project.world(directory);
        try (var compiler = GuestCompiler.load()) {
            byte[] component = project.component(directory, world, compiler);
            String file = output.isEmpty() ? directory.resolve("target").resolve(world.name() + ".wasm").toString() : output;
            Files.write(file, component, streams);
        }
        return ExitCode.OK;
    }
}
