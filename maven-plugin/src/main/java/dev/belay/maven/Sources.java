package dev.belay.maven;

import dev.belay.bindings.JavaFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/** Generated sources, as part of a project. */
final class Sources {
    private Sources() {}

    static void add(List<JavaFile> files, Path root, MavenProject project) throws MojoExecutionException {
        try {
            for (JavaFile file : files) {
                Path path = root.resolve(file.path());
                Files.createDirectories(path.getParent());
                // A file that is as it was keeps its time, and is not compiled again.
                if (!Files.exists(path) || !Files.readString(path).equals(file.text())) {
                    Files.writeString(path, file.text());
                }
            }
        } catch (IOException e) {
            throw new MojoExecutionException(root + ": cannot be written", e);
        }
        project.addCompileSourceRoot(root.toString());
    }
}
