package dev.belay.bindings.internal;

import dev.belay.bindings.JavaFile;
import dev.belay.wit.resolve.WitInterface;
import dev.belay.wit.resolve.WitWorld;
import dev.belay.wit.resolve.WorldItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All files for a host. */
public final class Host {
    private Host() {}

    public static List<JavaFile> files(WitWorld world, String base) {
        Unbound.refuse(world, Side.HOST);
        var places = new Places(world, base, Map.of());
        var files = new ArrayList<JavaFile>();
        world.imports().forEach((key, item) -> {
            if (item instanceof WorldItem.Interface(var _, WitInterface type)) {
                files.add(new HostInterfaceFile(Content.of(key, type), places.imported(type), places, false).file());
            }
        });
        world.exports().forEach((key, item) -> {
            if (item instanceof WorldItem.Interface(var _, WitInterface type)) {
                files.add(new HostInterfaceFile(Content.of(key, type), places.exported(type), places, true).file());
            }
        });
        Content imports = Content.of(world, false);
        if (!imports.isEmpty()) {
            files.add(new HostInterfaceFile(imports, places.worldClass(), places, false).file());
        }
        return files;
    }
}
