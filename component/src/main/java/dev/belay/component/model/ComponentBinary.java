package dev.belay.component.model;

import java.util.List;

/**
 * A component: its sections, in the order of the file.
 *
 * @param sections each with the offset of its first byte (the section's id)
 * @param bytes the encoding this was decoded from, magic number included; empty for one made by hand
 */
public record ComponentBinary(List<At<Section>> sections, Bytes bytes) {
    public ComponentBinary {
        sections = List.copyOf(sections);
    }

    public static ComponentBinary of(List<At<Section>> sections) {
        return new ComponentBinary(sections, Bytes.empty());
    }

    /** Equal if the sections are: how they were encoded (LEB128 padding) is no part of what they say. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ComponentBinary that && that.sections.equals(sections);
    }

    @Override
    public int hashCode() {
        return sections.hashCode();
    }
}
