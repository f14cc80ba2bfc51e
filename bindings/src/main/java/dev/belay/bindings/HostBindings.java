package dev.belay.bindings;

import dev.belay.bindings.internal.Host;
import dev.belay.wit.resolve.WitWorld;
import java.util.List;

/** The sources for a host that embeds components of a world: an interface for each of the world's, with its types. */
public final class HostBindings {
    private HostBindings() {}

    /**
     * @param base the Java package that all others go below; empty for none
     * @throws BindingsException if the world has what there is no Java for
     */
    public static List<JavaFile> of(WitWorld world, String base) {
        return Host.files(world, base);
    }
}
