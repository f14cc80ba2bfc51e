package dev.belay.wit.file;

import dev.belay.wit.syntax.Item;
import dev.belay.wit.syntax.Meta;
import dev.belay.wit.syntax.PackageName;
import dev.belay.wit.syntax.WitFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Files by package. A binary holds, beside its own package, those parts of others that it refers to; they count only where
 * nothing else gives that package, and those that several binaries hold are put together.
 */
final class Groups {
    private final List<List<WitFile>> whole = new ArrayList<>();
    private final Map<PackageName, Map<String, Item>> parts = new LinkedHashMap<>();

    void add(List<WitFile> files) {
        whole.add(files);
    }

    void addBinary(WitFile file) {
        var own = new ArrayList<Item>();
        for (Item item : file.items()) {
            if (item instanceof Item.Package nested) {
                var known = parts.computeIfAbsent(nested.name(), _ -> new LinkedHashMap<>());
                nested.items().forEach(i -> known.putIfAbsent(nameOf(i), i));
            } else {
                own.add(item);
            }
        }
        whole.add(List.of(new WitFile(file.meta(), file.packageName(), own)));
    }

    List<List<WitFile>> all() {
        var all = new ArrayList<>(whole);
        Set<PackageName> given = new LinkedHashSet<>();
        for (List<WitFile> files : whole) {
            for (WitFile file : files) {
                file.packageName().ifPresent(given::add);
                for (Item item : file.items()) {
                    if (item instanceof Item.Package nested) {
                        given.add(nested.name());
                    }
                }
            }
        }
        parts.forEach((name, items) -> {
            if (!given.contains(name)) {
                all.add(List.of(new WitFile(Meta.none(), Optional.of(name), List.copyOf(items.values()))));
            }
        });
        return all;
    }

    private static String nameOf(Item item) {
        return switch (item) {
            case Item.Interface i -> i.name().name();
            case Item.World w -> w.name().name();
            case Item.Use u -> u.path().toString();
            case Item.Package p -> p.name().toString();
        };
    }
}
