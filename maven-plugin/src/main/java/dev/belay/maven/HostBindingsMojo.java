package dev.belay.maven;

import dev.belay.bindings.BindingsException;
import dev.belay.bindings.HostBindings;
import java.io.File;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.NullUnmarked;

/** Generates the interfaces by which a host calls components of a world. */
@NullUnmarked // Maven fills the fields
@Mojo(name = "host-bindings", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class HostBindingsMojo extends WorldMojo {
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/belay")
    private File generated;

    @Override
    public void execute() throws MojoExecutionException {
        try {
            Sources.add(
                    HostBindings.of(world(), basePackage()), generated.toPath(), project());
        } catch (BindingsException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }
}
