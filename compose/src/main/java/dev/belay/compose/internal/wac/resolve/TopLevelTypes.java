package dev.belay.compose.internal.wac.resolve;

import dev.belay.wit.error.Problem;
import dev.belay.wit.error.WitException;
import dev.belay.wit.syntax.FuncType;
import dev.belay.wit.syntax.Item;
import dev.belay.wit.syntax.Member;
import dev.belay.wit.syntax.TypeItem;
import dev.belay.wit.syntax.WorldMember;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Types that stand outside of interfaces, which WIT does not have: each becomes a type of the interfaces and worlds that
 * mention it.
 */
final class TopLevelTypes {
    private final Map<String, TypeItem> items = new LinkedHashMap<>();

    void add(TypeItem item) {
        if (item instanceof TypeItem.Resource) {
            throw new WitException(
                    new Problem.BrokenRule(item.name().span(), "a resource can be declared within an interface only"));
        }
        if (isEmpty(item)) {
            throw new WitException(new Problem.BrokenRule(
                    item.name().span(), "`" + item.name() + "` is empty: components have no such type"));
        }
        TypeItem before = items.putIfAbsent(item.name().name(), item);
        if (before != null) {
            throw new WitException(new Problem.Duplicate(
                    item.name().span(), "type", item.name().name(), Optional.of(before.name().span())));
        }
    }

    private static boolean isEmpty(TypeItem item) {
        return switch (item) {
            case TypeItem.Record(_, _, var fields) -> fields.isEmpty();
            case TypeItem.Variant(_, _, var cases) -> cases.isEmpty();
            case TypeItem.Enum(_, _, var cases) -> cases.isEmpty();
            case TypeItem.Flags(_, _, var flags) -> flags.isEmpty();
            case TypeItem.Alias _, TypeItem.Resource _ -> false;
        };
    }

    Item within(Item item) {
        return switch (item) {
            case Item.Interface(var meta, var name, var members) -> new Item.Interface(meta, name, within(members));
            case Item.World(var meta, var name, var members) -> {
                var all = new ArrayList<WorldMember>(needed(new References().item(item)));
                members.forEach(m -> all.add(within(m)));
                yield new Item.World(meta, name, all);
            }
            case Item.Use _, Item.Package _ -> item;
        };
    }

    private WorldMember within(WorldMember member) {
        return member instanceof WorldMember.Extern(var meta, var direction, var target)
                        && target instanceof WorldMember.Target.Inline(var name, var members)
                ? new WorldMember.Extern(meta, direction, new WorldMember.Target.Inline(name, within(members)))
                : member;
    }

    List<Member> within(List<Member> members) {
        var references = new References();
        members.forEach(references::member);
        var all = new ArrayList<Member>(needed(references));
        all.addAll(members);
        return all;
    }

    List<TypeItem> neededBy(FuncType type) {
        return needed(new References().function(type));
    }

    private List<TypeItem> needed(References by) {
        Set<String> wanted = new LinkedHashSet<>(by.types);
        wanted.removeAll(by.declared);
        var open = new ArrayList<>(wanted);
        while (!open.isEmpty()) {
            TypeItem item = items.get(open.removeLast());
            if (item != null) {
                new References().type(item).types.stream().filter(wanted::add).forEach(open::add);
            }
        }
        return items.values().stream()
                .filter(item -> wanted.contains(item.name().name()))
                .toList();
    }
}
