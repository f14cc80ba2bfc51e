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
public final class Groups {
    private final List<List<WitFile>> whole = new ArrayList<>();
    private final Map<PackageName, Map<String, Item>> parts = new LinkedHashMap<>();

    public void add(List<WitFile> files) {
        whole.add(List.copyOf(files));
    }

    /** Adds what another gives of packages that this has not. */
    public void addMissing(Groups other) {
        Set<PackageName> given = given();
        for (List<WitFile> files : other.whole) {
            if (files.stream().flatMap(f -> f.packageName().stream()).noneMatch(given::contains)) {
                whole.add(files);
            }
        }
        other.parts.forEach((name, items) -> {
            var known = parts.computeIfAbsent(name, _ -> new LinkedHashMap<>());
            items.forEach(known::putIfAbsent);
        });
    }

    /** Adds a package's binary, as {@link BinaryReader} reads it. */
    public void addBinary(WitFile file) {
        whole.add(List.of(new WitFile(file.meta(), file.packageName(), addParts(file))));
    }

    /** Adds those parts of packages only that stand in braces; gives what else is in the file. */
    public List<Item> addParts(WitFile file) {
        var own = new ArrayList<Item>();
        for (Item item : file.items()) {
            if (item instanceof Item.Package nested) {
                var known = parts.computeIfAbsent(nested.name(), _ -> new LinkedHashMap<>());
                nested.items().forEach(i -> known.putIfAbsent(nameOf(i), i));
            } else {
                own.add(item);
            }
        }
        return own;
    }

    /** The packages that there is something of. */
    public List<PackageName> names() {
        Set<PackageName> names = given();
        names.addAll(parts.keySet());
        return List.copyOf(names);
    }

    private Set<PackageName> given() {
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
        return given;
    }

    /** For {@link dev.belay.wit.resolve.Resolver#resolve}. */
    public List<List<WitFile>> all() {
        var all = new ArrayList<>(whole);
        Set<PackageName> given = given();
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
