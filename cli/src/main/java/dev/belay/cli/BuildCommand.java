package dev.belay.cli;

import dev.belay.build.BuildException;
import dev.belay.build.JavaBuild;
import dev.belay.build.JavaProject;
import dev.belay.wit.resolve.WitWorld;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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
    private static final String MAVEN_SOURCES = "src/main/java";

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "The project; default: the current directory.")
    private Path directory = Path.of("");

    @Option(names = "--wit", paramLabel = "PATH", description = "The WIT; default: wit, in the project.")
    private String wit = "";

    @Option(names = "--world", paramLabel = "WORLD", description = "The world; default: the only one there is.")
    private String world = "";

    @Option(names = "--source", paramLabel = "DIR",
            description = "Where packages of sources start; can be given again. Default: src/main/java, or else the project.")
    private List<Path> sources = List.of();

    @Option(names = "--class-path", paramLabel = "PATHS", description = "Classes and jars that the sources need.")
    private String classPath = "";

    @Option(names = "--package", paramLabel = "NAME", description = "The Java package that generated ones go below.")
    private String basePackage = "";

    @Option(names = "--heap", paramLabel = "SIZE", converter = Units.OfSize.class,
            description = "The component's heap, such as 8m; default: 2m.")
    private long heap = JavaProject.DEFAULT_HEAP;

    @Option(names = "--work", paramLabel = "DIR",
            description = "Where bindings and classes are kept; emptied first. Default: target/belay, in the project.")
    private String work = "";

    @Option(names = {"-o", "--output"}, paramLabel = "OUT", description = "Default: target/WORLD.wasm, in the project.")
    private String output = "";

    private final Streams streams;

    BuildCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        String path = wit.isEmpty() ? directory.resolve("wit").toString() : wit;
        WitWorld its = world.isEmpty() ? WorldName.only(path) : WorldName.find(path, world);
        Path target = directory.resolve("target");
        try (var compiler = GuestCompiler.load()) {
            var all = new ArrayList<>(compiler.library());
            Arrays.stream(classPath.split(File.pathSeparator)).filter(p -> !p.isEmpty()).map(Path::of).forEach(all::add);
            var project = new JavaProject(roots(), all, its, basePackage, (int) Math.min(heap, Integer.MAX_VALUE));
            byte[] component = new JavaBuild(compiler.service())
                    .component(project, work.isEmpty() ? target.resolve("belay") : Path.of(work));
            String file = output.isEmpty() ? target.resolve(its.name() + ".wasm").toString() : output;
            Files.write(file, component, streams);
        } catch (BuildException e) {
            throw new Failure(ErrorReport.message(e));
        }
        return ExitCode.OK;
    }

    private List<Path> roots() {
        if (!sources.isEmpty()) {
            return sources;
        }
        Path maven = directory.resolve(MAVEN_SOURCES);
        return List.of(java.nio.file.Files.isDirectory(maven) ? maven : directory);
    }
}
