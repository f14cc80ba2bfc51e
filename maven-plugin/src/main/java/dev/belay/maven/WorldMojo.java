package dev.belay.maven;

import dev.belay.guest.Cabi;
import dev.belay.wit.resolve.WitWorld;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.NullUnmarked;

/** A goal about a world. */
@NullUnmarked // Maven fills the fields
abstract class WorldMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    /** The WIT: a file, a directory or a binary. */
    @Parameter(defaultValue = "${project.basedir}/wit")
    private File wit;

    /** The world; without it, the only one there is. */
    @Parameter
    private String world;

    /** The Java package that generated ones go below. */
    @Parameter(defaultValue = "")
    private String basePackage;

    final MavenProject project() {
        return project;
    }

    final WitWorld world() throws MojoExecutionException {
        return Worlds.find(wit, world, List.of(library()));
    }

    /** The library for guests, as the plugin itself has it: it brings WIT. */
    private static Path library() {
        return Path.of(URI.create(Cabi.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    /** Empty for none. */
    final String basePackage() {
        return basePackage == null ? "" : basePackage;
    }
}
