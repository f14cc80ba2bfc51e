package dev.belay.wit.resolve;

import dev.belay.wit.error.Problem;
import dev.belay.wit.error.WitException;
import dev.belay.wit.syntax.Id;
import dev.belay.wit.syntax.Member;
import dev.belay.wit.syntax.WorldMember;
import dev.belay.wit.syntax.WorldMember.Direction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Puts the content of one world into another, some of it under other names. */
final class Inclusion {
    private final WorldMember.Include include;
    private final WitWorld included;
    private final Map<String, String> renamed = new HashMap<>();
    private final TypeCopies copies = new TypeCopies();

    private Inclusion(WorldMember.Include include, WitWorld included) {
        this.include = include;
        this.included = included;
    }

    static Inclusion of(WorldMember.Include include, WitWorld included) {
        var inclusion = new Inclusion(include, included);
        var names = new Names("in this `with` the name");
        for (Member.Renaming renaming : include.renamings()) {
            names.claim(renaming.name());
            inclusion.checkKnown(renaming.name());
            inclusion.renamed.put(renaming.name().name(), renaming.local().name());
        }
        return inclusion;
    }

    void into(WorldContent content) {
        add(content, Direction.IMPORT, included.declaredImports);
        add(content, Direction.EXPORT, included.declaredExports);
    }

    private void add(WorldContent content, Direction direction, Map<String, WorldItem> items) {
        items.forEach((name, item) -> {
            if (item instanceof WorldItem.Interface i && i.type().fullName().equals(Optional.of(name))) {
                content.merge(direction, name, item);
                return;
            }
            WorldItem copy = copy(name, item);
            content.add(direction, new Id(nameOf(name, copy), include.path().name().span()), copy);
        });
    }

    private WorldItem copy(String name, WorldItem item) {
        return switch (item) {
            case WorldItem.Type type ->
                new WorldItem.Type(type.meta(), copies.copy(type.type(), renamed.getOrDefault(name, name)));
            case WorldItem.Func func ->
                new WorldItem.Func(
                        func.meta(),
                        copies.function(func.function(), renamed.getOrDefault(name, func.function().itemName())));
            case WorldItem.Interface i -> i;
        };
    }

    private String nameOf(String name, WorldItem copy) {
        return copy instanceof WorldItem.Func func ? func.function().name() : renamed.getOrDefault(name, name);
    }

    private void checkKnown(Id name) {
        var known = new ArrayList<String>();
        included.declaredImports.keySet().stream().filter(Inclusion::isPlain).forEach(known::add);
        included.declaredExports.keySet().stream().filter(Inclusion::isPlain).forEach(known::add);
        if (!known.contains(name.name())) {
            throw new WitException(new Problem.Unknown(
                    name.span(), "plain name", name.name(), "in the imports and exports of " + included, known));
        }
    }

    /** Names of interfaces cannot be replaced, nor those of methods, which follow their resource. */
    private static boolean isPlain(String name) {
        return name.indexOf(':') < 0 && !name.startsWith("[");
    }
}
