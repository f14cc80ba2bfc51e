package dev.belay.maven;

import dev.belay.component.wit.WitBinary;
import dev.belay.wit.error.Report;
import dev.belay.wit.error.WitException;
import dev.belay.wit.file.WitFileException;
import dev.belay.wit.resolve.Features;
import dev.belay.wit.resolve.WitWorld;
import java.io.File;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** The world that a goal is about. */
final class Worlds {
    private Worlds() {}

    static WitWorld find(File wit, @Nullable String name) throws MojoExecutionException {
        try {
            Map<String, WitWorld> worlds = WitBinary.load(wit.toPath(), Features.all()).root().worlds();
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
