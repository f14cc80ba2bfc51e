package dev.belay.wit.resolve;

import dev.belay.wit.error.Problem;
import dev.belay.wit.error.WitException;
import dev.belay.wit.syntax.Id;
import dev.belay.wit.syntax.WorldMember.Direction;
import java.util.Map;
import java.util.Optional;

/** What a world imports and exports, while it is put together. */
final class WorldContent {
    private final WitWorld world;
    private final Names importNames = new Names("import");
    private final Names exportNames = new Names("export");

    WorldContent(WitWorld world) {
        this.world = world;
    }

    /** Takes a plain name, which nothing else on that side may have. */
    void claim(Direction direction, Id name) {
        (direction == Direction.IMPORT ? importNames : exportNames).claim(name);
    }

    /** Adds something under a plain name. */
    void add(Direction direction, Id name, WorldItem item) {
        claim(direction, name);
        items(direction).put(name.name(), item);
    }

    /** Adds an interface under its own name, which must be new. */
    void addOnce(Direction direction, Id reference, WorldItem.Interface item) {
        String name = item.type().fullName().orElseThrow();
        if (items(direction).putIfAbsent(name, item) != null) {
            throw new WitException(new Problem.Duplicate(
                    reference.span(), "the " + direction.keyword() + " of interface", name, Optional.empty()));
        }
    }

    /** Adds an interface under its own name, unless it is there. */
    void merge(Direction direction, String name, WorldItem item) {
        items(direction).putIfAbsent(name, item);
    }

    private Map<String, WorldItem> items(Direction direction) {
        return direction == Direction.IMPORT ? world.declaredImports : world.declaredExports;
    }
}
