package dev.belay.cli;

import dev.belay.build.BuildException;
import dev.belay.build.JavaBuild;
import dev.belay.build.JavaProject;
import dev.belay.build.ProjectWit;
import dev.belay.wit.resolve.WitPackages;
import dev.belay.wit.resolve.WitWorld;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Option;

/** A Java project: where what it is made of lies, as options. */
final class JavaProjectOptions {
    private static final String MAVEN_SOURCES = "src/main/java";
    private static final String WIT = "wit";

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

    /**
     * The world, as its WIT says now.
     *
     * @throws Failure if there is none, or more than one and no option says which
     */
    WitWorld world(Path directory) {
        String path = wit(directory).toString();
        WitPackages packages = ProjectWit.load(wit(directory), library());
        return world.isEmpty() ? WorldName.only(path, packages) : WorldName.find(path, packages, world);
    }

    /**
     * @throws Failure with all there is to mend
     */
    byte[] component(Path directory, WitWorld its, GuestCompiler compiler) {
        var project = new JavaProject(roots(directory), library(), its, basePackage, (int) Math.min(heap, Integer.MAX_VALUE));
        try {
            return new JavaBuild(compiler.service()).component(project, work(directory));
        } catch (BuildException e) {
            throw new Failure(ErrorReport.message(e));
        }
    }

    /** Everything that the component is made of. */
    List<Path> inputs(Path directory) {
        var inputs = new ArrayList<>(roots(directory));
        inputs.add(wit(directory));
        inputs.addAll(classPath());
        return inputs;
    }

    /** What sources are compiled against, and what brings WIT. */
    private List<Path> library() {
        var all = new ArrayList<>(GuestCompiler.library());
        all.addAll(classPath());
        return all;
    }

    /** Whether there is anything where its WIT should be. */
    boolean hasWorld(Path directory) {
        return java.nio.file.Files.exists(wit(directory));
    }

    /** Where a build writes. */
    Path work(Path directory) {
        return work.isEmpty() ? directory.resolve("target/belay") : Path.of(work);
    }

    private Path wit(Path directory) {
        return wit.isEmpty() ? directory.resolve(WIT) : Path.of(wit);
    }

    private List<Path> classPath() {
        return Arrays.stream(classPath.split(File.pathSeparator)).filter(p -> !p.isEmpty()).map(Path::of).toList();
    }

    private List<Path> roots(Path directory) {
        if (!sources.isEmpty()) {
            return sources;
        }
        Path maven = directory.resolve(MAVEN_SOURCES);
        return List.of(java.nio.file.Files.isDirectory(maven) ? maven : directory);
    }
}
