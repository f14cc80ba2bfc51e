package dev.belay.platform.manifest;

import dev.belay.platform.yaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks things up in a table that was checked, and in others behind it for what it does not have. */
record At(List<Value.Table> tables) {
    static At of(Value value) {
        return value instanceof Value.Table table ? new At(List.of(table)) : new At(List.of());
    }

    At or(At behind) {
        var all = new ArrayList<>(tables);
        all.addAll(behind.tables);
        return new At(all);
    }

    Optional<Value> find(String name) {
        return tables.stream()
                .flatMap(table -> Optional.ofNullable(table.entries().get(name)).stream())
                .map(Value.Entry::value)
                .findFirst();
    }

    Optional<String> text(String name) {
        return find(name).flatMap(At::text);
    }

    Optional<Integer> whole(String name) {
        return text(name).map(Integer::parseInt);
    }

    /** The table of that name, with those of the tables behind. */
    At within(String name) {
        return new At(tables.stream()
                .flatMap(table -> Optional.ofNullable(table.entries().get(name)).stream())
                .flatMap(entry -> entry.value() instanceof Value.Table nested ? java.util.stream.Stream.of(nested) : java.util.stream.Stream.empty())
                .toList());
    }

    List<Value> items(String name) {
        return find(name).filter(Value.Listed.class::isInstance).map(v -> ((Value.Listed) v).items()).orElse(List.of());
    }

    List<String> texts(String name) {
        return items(name).stream().flatMap(item -> text(item).stream()).toList();
    }

    /** The entries of a table, and those of the tables behind that it does not have. */
    Map<String, Value> entries(String name) {
        var entries = new LinkedHashMap<String, Value>();
        for (Value.Table table : within(name).tables) {
            table.entries().forEach((key, entry) -> entries.putIfAbsent(key, entry.value()));
        }
        return entries;
    }

    Map<String, String> textEntries(String name) {
        var texts = new LinkedHashMap<String, String>();
        entries(name).forEach((key, value) -> texts.put(key, text(value).orElse("")));
        return texts;
    }

    private static Optional<String> text(Value value) {
        return value instanceof Value.Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
    }
}
