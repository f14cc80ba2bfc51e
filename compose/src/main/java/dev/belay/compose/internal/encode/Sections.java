package dev.belay.compose.internal.encode;

import dev.belay.component.model.At;
import dev.belay.component.model.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sections in their order, those of one kind that follow each other joined. */
final class Sections {
    private final List<Section> sections = new ArrayList<>();

    void add(Section section) {
        Optional<Section> joined = sections.isEmpty() ? Optional.empty() : join(sections.getLast(), section);
        if (joined.isPresent()) {
            sections.set(sections.size() - 1, joined.get());
        } else {
            sections.add(section);
        }
    }

    List<At<Section>> all() {
        return sections.stream().map(At::nowhere).toList();
    }

    private static Optional<Section> join(Section first, Section second) {
        return Optional.ofNullable(
                switch (second) {
                    case Section.Types(var b) when first instanceof Section.Types(var a) ->
                        new Section.Types(concat(a, b));
                    case Section.CoreTypes(var b) when first instanceof Section.CoreTypes(var a) ->
                        new Section.CoreTypes(concat(a, b));
                    case Section.Imports(var b) when first instanceof Section.Imports(var a) ->
                        new Section.Imports(concat(a, b));
                    case Section.Instances(var b) when first instanceof Section.Instances(var a) ->
                        new Section.Instances(concat(a, b));
                    case Section.Aliases(var b) when first instanceof Section.Aliases(var a) ->
                        new Section.Aliases(concat(a, b));
                    case Section.Exports(var b) when first instanceof Section.Exports(var a) ->
                        new Section.Exports(concat(a, b));
                    case Section.CoreInstances(var b) when first instanceof Section.CoreInstances(var a) ->
                        new Section.CoreInstances(concat(a, b));
                    case Section.Canons(var b) when first instanceof Section.Canons(var a) ->
                        new Section.Canons(concat(a, b));
                    default -> null;
                });
    }

    private static <T> List<T> concat(List<T> a, List<T> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }
}
