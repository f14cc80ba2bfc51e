package dev.belay.bindings.internal.glue;

import dev.belay.bindings.internal.Unique;
import dev.belay.wit.resolve.WitInterface;
import dev.belay.wit.resolve.WitWorld;
import dev.belay.wit.resolve.WorldItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names for parts: an interface's own name where that tells it from all others, else with its package, else with the version. */
final class PartNames {
    private final WitWorld world;
    private final Map<String, String> names = new HashMap<>();
    private final Unique unique = new Unique();
    private final String ofWorld;

    PartNames(WitWorld world) {
        this.world = world;
        var keys = new ArrayList<Map.Entry<String, WitInterface>>();
        for (var items : List.of(world.imports(), world.exports())) {
            items.forEach((key, item) -> {
                if (item instanceof WorldItem.Interface(var _, var type) && keys.stream().noneMatch(k -> k.getKey().equals(key))) {
                    keys.add(Map.entry(key, type));
                }
            });
        }
        for (int level = 0; level < 3; level++) {
            Set<String> shared = shared(keys, level);
            for (var each : keys) {
                String name = candidate(each.getKey(), each.getValue(), level);
                if (!names.containsKey(each.getKey()) && (level == 2 || !shared.contains(name))) {
                    names.put(each.getKey(), name);
                }
            }
        }
        names.replaceAll((_, name) -> unique.name(name));
        ofWorld = unique.name(world.name().toLowerCase(Locale.ROOT));
    }

    String imported(String key, WitInterface type) {
        return name(key, type);
    }

    /** One that the world imports as well is called so. */
    String exported(String key, WitInterface type) {
        boolean both = world.imports().values().stream()
                .anyMatch(item -> item instanceof WorldItem.Interface(var _, var its) && its == type);
        return both ? unique.name("exports-" + name(key, type)) : name(key, type);
    }

    String ofWorld() {
        return ofWorld;
    }

    private String name(String key, WitInterface type) {
        return names.getOrDefault(key, candidate(key, type, 2));
    }

    private static Set<String> shared(List<Map.Entry<String, WitInterface>> keys, int level) {
        var once = new HashSet<String>();
        var shared = new HashSet<String>();
        keys.forEach(k -> {
            String name = candidate(k.getKey(), k.getValue(), level);
            if (!once.add(name)) {
                shared.add(name);
            }
        });
        return shared;
    }

    private static String candidate(String key, WitInterface type, int level) {
        // Written within the world, or under a plain name of it.
        if (type.name().isEmpty() || !key.contains("/")) {
            return key.toLowerCase(Locale.ROOT);
        }
        String name = type.name().get();
        var owner = type.owner().name();
        if (level > 0) {
            name = owner.namespace().name() + "-" + owner.name().name() + "-" + name;
        }
        if (level > 1) {
            name += owner.version().map(v -> "-v" + v.toString().replaceAll("[^0-9A-Za-z]", "-")).orElse("");
        }
        return name.toLowerCase(Locale.ROOT);
    }
}
