package dev.belay.wit.resolve;

import dev.belay.wit.error.Problem;
import dev.belay.wit.error.Span;
import dev.belay.wit.error.WitException;
import dev.belay.wit.syntax.Id;
import dev.belay.wit.syntax.Item;
import dev.belay.wit.syntax.Meta;
import dev.belay.wit.syntax.PackageName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a package declares, in all its files. */
final class PackageScope {
    private final PackageName name;
    private final WitPackage result;
    final Map<String, Declared> declared = new LinkedHashMap<>();
    final List<FileScope> files = new ArrayList<>();

    PackageScope(PackageName name, Meta meta) {
        this.name = name;
        this.result = new WitPackage(name, meta);
    }

    PackageName name() {
        return name;
    }

    WitPackage result() {
        return result;
    }

    /** Adds what one file, or the braces of a nested package, holds. */
    void add(List<Item> items) {
        var file = new FileScope(this);
        files.add(file);
        var local = new HashMap<String, Id>();
        for (Item item : items) {
            switch (item) {
                case Item.Interface i -> {
                    declare(i.name(), new Declared(i, file));
                    claim(local, i.name());
                }
                case Item.World w -> {
                    declare(w.name(), new Declared(w, file));
                    claim(local, w.name());
                }
                case Item.Use use -> {
                    Id alias = use.alias().orElse(use.path().name());
                    claim(local, alias);
                    file.uses.put(alias.name(), use);
                }
                case Item.Package _ -> {
                    // A package of its own.
                }
            }
        }
    }

    Span span() {
        return name.namespace().span();
    }

    private void declare(Id id, Declared item) {
        Declared before = declared.putIfAbsent(id.name(), item);
        if (before != null) {
            throw new WitException(new Problem.Duplicate(
                    id.span(), "interface or world", id.name(), Optional.of(before.name().span())));
        }
    }

    private static void claim(Map<String, Id> local, Id id) {
        Id before = local.putIfAbsent(id.name(), id);
        if (before != null) {
            throw new WitException(new Problem.Duplicate(
                    id.span(), "in this file the name", id.name(), Optional.of(before.span())));
        }
    }
}
