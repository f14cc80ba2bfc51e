package dev.belay.maven;

import dev.belay.bindings.BindingsException;
import dev.belay.bindings.GuestBindings;
import dev.belay.build.GivenBindings;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.NullUnmarked;

/** Generates what a component's sources are written against. */
@NullUnmarked // Maven fills the fields
@Mojo(
        name = "guest-bindings",
        defaultPhase = LifecyclePhase.GENERATE_SOURCES,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class GuestBindingsMojo extends WorldMojo {
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/belay")
    private File generated;

    @Override
    public void execute() throws MojoExecutionException {
        try {
            List<Path> classPath = project().getCompileClasspathElements().stream().map(Path::of).toList();
            var bindings = GuestBindings.of(
                    world(), basePackage(), GivenBindings.in(classPath));
            Sources.add(bindings.api(), generated.toPath(), project());
        } catch (BindingsException | DependencyResolutionRequiredException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }
}
