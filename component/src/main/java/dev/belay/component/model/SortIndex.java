package dev.belay.component.model;

/** The definition at {@code index} of the index space {@code sort}. */
public record SortIndex(Sort sort, int index) {}
