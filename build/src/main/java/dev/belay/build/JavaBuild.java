package dev.belay.build;

import dev.belay.bindings.BindingsException;
import dev.belay.bindings.GuestBindings;
import dev.belay.compose.Componentize;
import dev.belay.compose.ComponentizeException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Builds a component from a project.
 *
 * <p>The world's bindings are generated and compiled with the project's sources. The class that implements each exported
 * interface is found among what came out, and joined to the exports by a generated class. All of it is compiled to a core
 * module, of which Belay's encoder makes the component.
 */
public final class JavaBuild {
    private static final String SYSTEM = "wasi_snapshot_preview1";

    private final CoreCompiler compiler;

    public JavaBuild(CoreCompiler compiler) {
        this.compiler = compiler;
    }

    /**
     * @param work a directory for what comes about on the way, which is emptied first
     * @throws BuildException if something is to be mended
     */
    public byte[] component(JavaProject project, Path work) {
        try {
            Trees.empty(work);
            GuestBindings bindings = GuestBindings.of(
                    project.world(), project.basePackage(), GivenBindings.in(project.classPath()));
            Path classes = work.resolve("classes");
            var sources = new ArrayList<>(Javac.write(bindings.api(), work.resolve("bindings")));
            for (Path root : project.sourceRoots()) {
                sources.addAll(javaFiles(root));
            }
            Javac.compile(sources, project.classPath(), classes);
            return finish(project, bindings, List.of(classes), work);
        } catch (BindingsException e) {
            throw new BuildException("world " + project.world().fullName() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Builds from what another tool has compiled, the bindings included.
     *
     * @param classes with the class files
     */
    public byte[] component(JavaProject project, Path classes, Path work) {
        try {
            Trees.empty(work);
            GuestBindings bindings = GuestBindings.of(
                    project.world(), project.basePackage(), GivenBindings.in(project.classPath()));
            return finish(project, bindings, List.of(classes), work);
        } catch (BindingsException e) {
            throw new BuildException("world " + project.world().fullName() + ": " + e.getMessage(), e);
        }
    }

    private byte[] finish(JavaProject project, GuestBindings bindings, List<Path> classes, Path work) {
        var found = Implementations.find(classes.getFirst(), project.classPath(), bindings.toImplement());
        Path exports = work.resolve("exports");
        var path = new ArrayList<>(classes);
        path.addAll(project.classPath());
        Javac.compile(Javac.write(bindings.exports(found), work.resolve("exports-sources")), path, exports);
        path.addFirst(exports);
        var program = new CoreCompiler.Program(path, bindings.mainClass(), Trees.directory(work.resolve("core")), project.heap());
        CoreCompiler.Compiled compiled = compiler.compile(program);
        if (!compiled.problems().isEmpty()) {
            throw new BuildException(compiled.problems().stream()
                    .map(each -> SourceLine.show(each, project.sourceRoots()))
                    .collect(Collectors.joining("\n")));
        }
        boolean prints = Printing.isIn(classes.getFirst());
        return componentize(project, CoreExports.needed(compiled.core()), prints);
    }

    private static byte[] componentize(JavaProject project, byte[] core, boolean prints) {
        try {
            var making = Componentize.module("the compiled module", core).world(project.world());
            if (prints && hasStreams(project)) {
                making.preview1();
            } else {
                making.adapter(SYSTEM, noSystem());
            }
            return making.component();
        } catch (ComponentizeException e) {
            throw new BuildException(e.problem().message() + e.problem().hint().map(hint -> "\n= " + hint).orElse(""), e);
        }
    }

    /** Whether what the program prints has somewhere to go. */
    private static boolean hasStreams(JavaProject project) {
        return project.world().imports().keySet().stream()
                .anyMatch(name -> name.startsWith("wasi:cli/stdout@") || name.startsWith("wasi:cli/stderr@"));
    }

    private static List<Path> javaFiles(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        } catch (IOException e) {
            throw new BuildException(root + ": cannot be read: no such directory", e);
        }
    }

    private static byte[] noSystem() {
        try (InputStream in = JavaBuild.class.getResourceAsStream("no-system.wasm")) {
            if (in == null) {
                throw new IllegalStateException("no-system.wasm is missing from the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
