package dev.belay.maven;

import dev.belay.build.BuildException;
import dev.belay.build.JavaBuild;
import dev.belay.build.JavaProject;
import dev.belay.teavm.TeaVmCompiler;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.NullUnmarked;

/** Makes a component of the project's classes. */
@NullUnmarked // Maven fills the fields
@Mojo(
        name = "build",
        defaultPhase = LifecyclePhase.PACKAGE,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class BuildMojo extends WorldMojo {
    /** The component's heap, in bytes. */
    @Parameter(defaultValue = "" + JavaProject.DEFAULT_HEAP)
    private int heap;

    @Parameter(defaultValue = "${project.build.directory}/${project.build.finalName}.wasm")
    private File output;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        Path classes = Path.of(project().getBuild().getOutputDirectory());
        Path work = Path.of(project().getBuild().getDirectory()).resolve("belay");
        try {
            var classPath = new ArrayList<Path>();
            project().getCompileClasspathElements().stream().map(Path::of).filter(p -> !p.equals(classes)).forEach(classPath::add);
            List<Path> roots = project().getCompileSourceRoots().stream().map(Path::of).toList();
            var its = new JavaProject(roots, classPath, world(), basePackage(), heap);
            byte[] component = new JavaBuild(new TeaVmCompiler()).component(its, classes, work);
            Files.write(output.toPath(), component);
            getLog().info(output + ": " + component.length + " bytes");
        } catch (BuildException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (IOException | DependencyResolutionRequiredException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }
}
