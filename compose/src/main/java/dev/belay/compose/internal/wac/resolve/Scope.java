package dev.belay.compose.internal.wac.resolve;

import dev.belay.wit.error.Problem;
import dev.belay.wit.error.Span;
import dev.belay.wit.error.WitException;
import dev.belay.wit.syntax.Id;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names of a document, each from its statement on. */
final class Scope {
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, Span> taken = new LinkedHashMap<>();
    private final Set<String> explicit = new HashSet<>();

    void define(Id name, Item item) {
        Span before = taken.putIfAbsent(name.name(), name.span());
        if (before != null) {
            throw new WitException(new Problem.Duplicate(name.span(), "the name", name.name(), Optional.of(before)));
        }
        items.put(name.name(), item);
    }

    Item get(Id name) {
        Item item = items.get(name.name());
        if (item != null) {
            return item;
        }
        throw new WitException(new Problem.Unknown(
                name.span(), "the name", name.name(), "here", new ArrayList<>(items.keySet())));
    }

    /** Notes that a statement imports something. */
    void explicit(String importName) {
        explicit.add(importName);
    }

    boolean isExplicit(String importName) {
        return explicit.contains(importName);
    }
}
