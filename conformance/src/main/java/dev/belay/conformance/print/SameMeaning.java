package dev.belay.conformance.print;

import dev.belay.component.binary.CoreModuleContentsReader;
import dev.belay.component.binary.CoreModuleReader;
import dev.belay.component.model.At;
import dev.belay.component.model.Bytes;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.model.ExternName;
import dev.belay.component.model.Section;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds where two components differ in what they say. How items are grouped to sections, how numbers are padded, names
 * for people and where custom sections stand say nothing.
 */
final class SameMeaning {
    private static final Set<String> NAMES = Set.of("name", "component-name");

    private SameMeaning() {}

    /** A path to the first difference and both sides; empty if there is none. */
    static Optional<String> difference(ComponentBinary expected, ComponentBinary found) {
        return compare("", expected, found);
    }

    private static Optional<String> compare(String path, Object expected, Object found) {
        return switch (expected) {
            case At<?> at when found instanceof At<?> other -> compare(path, at.it(), other.it());
            case ComponentBinary c when found instanceof ComponentBinary other ->
                compareLists(path, items(c), items(other)).or(() -> compareLists(path, custom(c), custom(other)));
            case Section.CoreModule m when found instanceof Section.CoreModule other ->
                module(path, m.module(), other.module());
            case ExternName name when found instanceof ExternName other ->
                compare(path, List.of(name.name(), name.attributes()), List.of(other.name(), other.attributes()));
            case List<?> list when found instanceof List<?> other -> compareLists(path, list, other);
            case Optional<?> some when found instanceof Optional<?> other ->
                compareLists(path, some.stream().toList(), other.stream().toList());
            case Record r when r.getClass() == found.getClass() -> {
                for (RecordComponent component : r.getClass().getRecordComponents()) {
                    var difference = compare(
                            path + "." + component.getName(), read(component, r), read(component, found));
                    if (difference.isPresent()) {
                        yield difference;
                    }
                }
                yield Optional.empty();
            }
            default -> expected.equals(found)
                    ? Optional.empty()
                    : Optional.of(path + ": expected " + expected + ", found " + found);
        };
    }

    private static Optional<String> compareLists(String path, List<?> expected, List<?> found) {
        for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
            var difference = compare(path + "[" + i + "]", expected.get(i), found.get(i));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return expected.size() == found.size()
                ? Optional.empty()
                : Optional.of(path + ": expected " + expected.size() + " items, found " + found.size());
    }

    /** Every definition in its order; a vector's items one by one. */
    private static List<Object> items(ComponentBinary component) {
        var items = new ArrayList<Object>();
        for (At<Section> section : component.sections()) {
            switch (section.it()) {
                case Section.Custom _ -> {}
                case Section.CoreInstances s -> items.addAll(s.items());
                case Section.CoreTypes s -> items.addAll(s.items());
                case Section.Instances s -> items.addAll(s.items());
                case Section.Aliases s -> items.addAll(s.items());
                case Section.Types s -> items.addAll(s.items());
                case Section.Canons s -> items.addAll(s.items());
                case Section.Imports s -> items.addAll(s.items());
                case Section.Exports s -> items.addAll(s.items());
                case Section.Values s -> items.addAll(s.items());
                case Section.CoreModule s -> items.add(s);
                case Section.Component s -> items.add(s.component());
                case Section.Start s -> items.add(s);
            }
        }
        return items;
    }

    private static List<Section.Custom> custom(ComponentBinary component) {
        return component.sections().stream()
                .map(At::it)
                .flatMap(s -> s instanceof Section.Custom c && !NAMES.contains(c.name())
                        ? Optional.of(c).stream()
                        : Optional.<Section.Custom>empty().stream())
                .toList();
    }

    private static Optional<String> module(String path, Bytes expected, Bytes found) {
        if (expected.equals(found)) {
            return Optional.empty();
        }
        return compare(path + ".outline", CoreModuleReader.read(expected), CoreModuleReader.read(found)).or(() -> {
            var wanted = CoreModuleContentsReader.read(expected);
            var other = CoreModuleContentsReader.read(found);
            return compare(path + ".tables", wanted.tables(), other.tables())
                    .or(() -> compare(path + ".globals", wanted.globals(), other.globals()))
                    .or(() -> compare(path + ".start", wanted.start(), other.start()))
                    .or(() -> compare(path + ".elements", wanted.elements(), other.elements()))
                    .or(() -> compare(path + ".data", wanted.data(), other.data()))
                    .or(() -> compare(path + ".functions", wanted.functions(), other.functions()))
                    .or(() -> compare(
                            path + ".custom",
                            wanted.custom().stream().filter(c -> !NAMES.contains(c.name())).toList(),
                            other.custom().stream().filter(c -> !NAMES.contains(c.name())).toList()));
        });
    }

    private static Object read(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
