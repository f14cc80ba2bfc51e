package dev.belay.maven;

import dev.belay.build.ProjectWit;
import dev.belay.wit.error.Report;
import dev.belay.wit.error.WitException;
import dev.belay.wit.file.WitFileException;
import dev.belay.wit.resolve.WitWorld;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** The world that a goal is about. */
final class Worlds {
    private Worlds() {}

    static WitWorld find(File wit, @Nullable String name, List<Path> classPath) throws MojoExecutionException {
        try {
            Map<String, WitWorld> worlds = ProjectWit.load(wit.toPath(), classPath).root().worlds();
            if (name == null && worlds.size() == 1) {
                return worlds.values().iterator().next();
            }
            @Nullable WitWorld found = name == null ? null : worlds.get(name);
            if (found == null) {
                throw new MojoExecutionException(wit + ": expected " + (name == null ? "one world" : "the world " + name)
                        + ", found " + worlds.keySet() + ": say which with <world>");
            }
            return found;
        } catch (WitException e) {
            throw new MojoExecutionException(Report.of(e.problem()), e);
        } catch (WitFileException e) {
            throw new MojoExecutionException(String.valueOf(e.getMessage()), e);
        }
    }
}
