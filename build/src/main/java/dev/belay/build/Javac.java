package dev.belay.build;

import dev.belay.bindings.JavaFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Runs Java's compiler. */
final class Javac {
    /** The version of Java whose class files the core compiler reads. */
    private static final String RELEASE = "21";

    private Javac() {}

    /**
     * @param sources files
     * @throws BuildException with the compiler's own messages, source lines and carets
     */
    static void compile(List<Path> sources, List<Path> classPath, Path into) {
        var compiler = Optional.ofNullable(ToolProvider.getSystemJavaCompiler())
                .orElseThrow(() -> new BuildException("expected a JDK, found a Java without a compiler: set JAVA_HOME to a JDK"));
        var problems = new DiagnosticCollector<JavaFileObject>();
        try (var files = compiler.getStandardFileManager(problems, Locale.ROOT, StandardCharsets.UTF_8)) {
            Files.createDirectories(into);
            String path = classPath.stream().map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator));
            var options = List.of("--release", RELEASE, "-proc:none", "-g", "-nowarn", "-d", into.toString(), "-cp", path);
            boolean done = compiler.getTask(null, files, problems, options, null, files.getJavaFileObjectsFromPaths(sources)).call();
            if (!done) {
                throw new BuildException(problems.getDiagnostics().stream()
                        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                        .map(Object::toString)
                        .collect(Collectors.joining("\n")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes sources below a directory, and says where each is. */
    static List<Path> write(List<JavaFile> files, Path root) {
        var written = new ArrayList<Path>();
        try {
            for (JavaFile file : files) {
                Path path = root.resolve(file.path());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.text());
                written.add(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written;
    }
}
