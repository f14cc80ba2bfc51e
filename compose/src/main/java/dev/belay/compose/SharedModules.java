package dev.belay.compose;

import dev.belay.component.model.Alias;
import dev.belay.component.model.At;
import dev.belay.component.model.Bytes;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.model.CoreSort;
import dev.belay.component.model.Section;
import dev.belay.component.model.Sort;
import dev.belay.compose.internal.encode.CoreDefinitions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Core modules that several parts hold, or one holds more than once: the whole holds them, and where they were, an outer
 * alias takes their place, and with it their index.
 */
final class SharedModules {
    /** In bytes: what an alias takes is not much less. */
    private static final int WORTHWHILE = 32;

    private final Map<Content, Integer> indices = new LinkedHashMap<>();

    private SharedModules() {}

    /** Defines what the parts share. */
    static SharedModules of(Collection<ComponentBinary> parts, CoreDefinitions definitions) {
        Set<Content> once = new LinkedHashSet<>();
        Set<Content> shared = new LinkedHashSet<>();
        parts.forEach(part -> collect(part, once, shared));
        var modules = new SharedModules();
        shared.forEach(content -> modules.indices.put(content, definitions.module(content.bytes())));
        return modules;
    }

    private static void collect(ComponentBinary component, Set<Content> once, Set<Content> shared) {
        for (At<Section> section : component.sections()) {
            switch (section.it()) {
                case Section.CoreModule(Bytes module) when module.size() >= WORTHWHILE -> {
                    var content = new Content(module);
                    if (!once.add(content)) {
                        shared.add(content);
                    }
                }
                case Section.Component(var nested) -> collect(nested, once, shared);
                default -> {
                    // Holds no modules.
                }
            }
        }
    }

    /** A part that stands right within the whole. */
    ComponentBinary within(ComponentBinary part) {
        return indices.isEmpty() ? part : within(part, 1);
    }

    private ComponentBinary within(ComponentBinary component, int depth) {
        var sections = new ArrayList<At<Section>>();
        boolean changed = false;
        for (At<Section> section : component.sections()) {
            Section its = within(section.it(), depth);
            changed |= its != section.it();
            sections.add(new At<>(its, section.offset()));
        }
        return changed ? ComponentBinary.of(sections) : component;
    }

    private Section within(Section section, int depth) {
        return switch (section) {
            case Section.CoreModule(Bytes module) -> {
                Integer index = indices.get(new Content(module));
                yield index == null
                        ? section
                        : new Section.Aliases(List.of(
                                At.nowhere(new Alias.Outer(new Sort.Core(CoreSort.MODULE), depth, index))));
            }
            case Section.Component(var nested) -> {
                ComponentBinary its = within(nested, depth + 1);
                yield its == nested ? section : new Section.Component(its);
            }
            default -> section;
        };
    }
}
